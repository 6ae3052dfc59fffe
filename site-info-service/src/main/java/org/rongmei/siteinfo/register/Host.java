// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one spelling of a host that browsers, certificates and people write in several: {@code 新闻.中国} is {@code xn--…}. */
public final class Host {

    private static final int LONGEST = 253;
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    private Host() {}

    /** Without port, in ASCII (RFC 5890) and small letters. Empty for what is no host. */
    public static Optional<String> normal(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty(); // a name takes more room in ASCII, never less
        }
        String host = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        host = PORT.matcher(host).replaceFirst("").replaceFirst("\\.$", "");
        try {
            String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return ascii.isEmpty() || ascii.length() > LONGEST ? Optional.empty() : Optional.of(ascii);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // a label that is empty, too long or made of what no name has
        }
    }
}
