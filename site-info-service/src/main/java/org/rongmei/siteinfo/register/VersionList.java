// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All versions of a register, newest first. */
@JsonbNillable
public record VersionList(List<VersionView> items, @Nullable String next) {}
