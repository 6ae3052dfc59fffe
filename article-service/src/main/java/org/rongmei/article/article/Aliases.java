// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.util.Locale;
import java.util.regex.Pattern;

/** Old addresses of pages that were imported: a path, with its query where the old system had one. */
final class Aliases {

    private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");

    private Aliases() {}

    /** {@code %e7} and {@code %E7} are the same (RFC 3986, section 6.2.2.1); links have the one, requests the other. */
    static String normal(String path) {
        return ENCODED.matcher(path).replaceAll(octet -> octet.group().toUpperCase(Locale.ROOT));
    }
}
