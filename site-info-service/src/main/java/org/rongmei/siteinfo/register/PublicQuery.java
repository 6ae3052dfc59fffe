// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the public can look a number up. */
final class PublicQuery {

    /** 非经营性互联网信息服务备案管理办法, art. 13: the number links to the ministry's filing system. */
    private static final URI MIIT = URI.create("https://beian.miit.gov.cn/");

    private static final String PUBLIC_SECURITY = "https://beian.mps.gov.cn/#/query/webSearch?code=";
    /** Fourteen and no more: the first fourteen of a mistyped number would be somebody else's. */
    private static final Pattern PSB_DIGITS = Pattern.compile("(?<!\\d)\\d{14}(?!\\d)");

    private PublicQuery() {}

    static @Nullable URI of(String kind, @Nullable String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        return switch (kind) {
            case "icp-record", "icp-app", "icp-mini-program" -> MIIT;
            case "psb-record" -> {
                Matcher digits = PSB_DIGITS.matcher(number);
                yield digits.find() ? URI.create(PUBLIC_SECURITY + digits.group()) : null;
            }
            default -> null;
        };
    }
}
