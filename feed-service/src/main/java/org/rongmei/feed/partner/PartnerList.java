// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of partners, by their logins. */
public record PartnerList(List<PartnerView> items, @Nullable String next) {}
