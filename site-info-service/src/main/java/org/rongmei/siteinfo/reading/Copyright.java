// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Claims of copyright: 版权所有, Copyright © 2009-2024 and the like, as far as they reach before or behind a name. */
final class Copyright {

    private static final String YEAR = "(?:19|20)[0-9]{2}(?![0-9])(?: ?年)?+";
    private static final String YEARS = YEAR + "(?: ?(?:-|~|至|/|TO) ?(?:" + YEAR + "|至今|今|PRESENT|NOW))?+";
    private static final String WORD =
            "(?:版权所有(?:者|单位)?+|COPYRIGHTS?+|COPY RIGHT|©\uFE0F?+|\\(C\\)(?= ?[0-9])|@(?= ?(?:19|20)[0-9]{2})|版权归(?!属))";
    private static final String DOMAIN =
            "(?:HTTPS?://)?+(?:[A-Z0-9-]{1,40}\\.){1,5}(?:COM|CN|NET|ORG|GOV|EDU|EXAMPLE|TV|CC|INFO|TOP)(?![A-Z.])/?+";
    private static final Pattern CLAIM = Pattern.compile(WORD + "(?:[ :,.;]{0,6}+(?:" + WORD + "|" + YEARS
            + "|\\(C\\)|BY(?![A-Z])|RESERVED(?![A-Z])|" + DOMAIN + "))*+[ :,.;]{0,6}+");

    private static final Pattern ONLY_DOMAIN =
            Pattern.compile(DOMAIN + "[.,]?(?:/[!-~]{0,200})?", Pattern.CASE_INSENSITIVE);

    private Copyright() {}

    /** Whether a text names a host and nothing else: who holds a copyright has a name. */
    static boolean isDomain(String text) {
        return ONLY_DOMAIN.matcher(text).matches();
    }

    /** The host of an address that {@link #isDomain}. */
    static String host(String address) {
        String host = address.replaceFirst("(?i)^https?://", "");
        int slash = host.indexOf('/');
        return (slash < 0 ? host : host.substring(0, slash)).toLowerCase(Locale.ROOT);
    }

    static List<Span> claims(Sheet sheet) {
        List<Span> claims = new ArrayList<>();
        Matcher matcher = CLAIM.matcher(sheet.folded());
        while (matcher.find()) {
            claims.add(new Span(matcher.start(), matcher.end()));
        }
        return claims;
    }
}
