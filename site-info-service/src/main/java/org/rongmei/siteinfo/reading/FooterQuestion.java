// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import org.jspecify.annotations.Nullable;

/** A footer as somebody found it: as text, or as HTML. */
public record FooterQuestion(
        @Nullable String text, @Nullable String html) {}
