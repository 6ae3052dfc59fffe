// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import java.util.Set;

/** The elements of HTML whose text is not what a reader reads. */
public final class SilentElements {

    public static final Set<String> NAMES = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "iframe",
            "object",
            "textarea",
            "select",
            "head",
            "title",
            "svg");

    private SilentElements() {}
}
