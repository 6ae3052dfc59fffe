// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.ranking;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who fetches without reading, told by the User-Agent: search engines, feed readers, scripts. */
final class Robots {

    // Baiduspider, Sogou web spider, 360Spider, Bytespider, YisouSpider, PetalBot, bingbot and Googlebot say what they
    // are; libraries and headless browsers do so unless somebody takes the trouble. Cubot is a telephone.
    private static final Pattern ROBOT = Pattern.compile("(?<!cu)bot(?![a-z])|crawl|spider|slurp|archiv|monitor|preview"
            + "|validator|feed|rss|newsboat|headless|phantom|lighthouse|curl|wget|httpie|python|java/|okhttp|go-http"
            + "|libwww|scrapy|axios|node-fetch|undici|http-?client|ruby|perl|php/|^$");

    private Robots() {}

    static boolean isOne(@Nullable String userAgent) {
        return userAgent == null
                || ROBOT.matcher(userAgent.strip().toLowerCase(Locale.ROOT)).find();
    }
}
