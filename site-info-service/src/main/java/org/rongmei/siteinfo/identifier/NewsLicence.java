// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;

/**
 * 互联网新闻信息服务许可证编号, 11 digits: province, kind of unit, year, serial. All of it is inferred from real numbers,
 * so nothing of it is a refusal. The year is that of the grant and says nothing of an end.
 * 互联网新闻信息服务管理规定, art. 18.
 */
final class NewsLicence {

    private static final Finding.Law LAW = new Finding.Law("互联网新闻信息服务管理规定", "第十八条");
    private static final Pattern NUMBER =
            Pattern.compile("(?<authority>[0-9]{2})(?<unit>[0-9])(?<year>[0-9]{4})[0-9]{4}");
    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
    private static final Pattern DOCUMENT = Pattern.compile("[^0-9]+.*[0-9].*", Pattern.DOTALL);

    private NewsLicence() {}

    static @Nullable String judge(String text, Consumer<Finding> found) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            found.accept(other(text).under(LAW));
            return text;
        }
        String authority = number.group("authority");
        int year = Integer.parseInt(number.group("year"));
        boolean likely = (authority.equals("10")
                        || Province.ofDivision(authority).isPresent())
                && (number.group("unit").equals("1") || number.group("unit").equals("2"))
                && year >= 2005
                && year <= 2099;
        if (!likely) {
            found.accept(Finding.warning(
                            "NEWS_LICENCE_UNUSUAL",
                            "互联网新闻信息服务许可证编号通常由省份两位（中央单位为10）、单位类别1或2、年份四位、序号四位组成，这个编号不同。",
                            "A news licence number is usually two digits of a province (10 for central units), a kind 1 or 2, "
                                    + "a year and four digits; this one differs.")
                    .at(text)
                    .under(LAW));
        }
        return text;
    }

    private static Finding other(String text) {
        if (TEN_DIGITS.matcher(text).matches() || DOCUMENT.matcher(text).matches()) {
            return Finding.warning(
                            "NEWS_LICENCE_LEGACY_ONLY",
                            "互联网新闻信息服务许可证编号现为11位数字，这像是旧编号或文号。",
                            "News licence numbers have 11 digits today; this looks like an old number or that of a document.")
                    .at(text);
        }
        return Finding.warning(
                        "NEWS_LICENCE_UNUSUAL",
                        "互联网新闻信息服务许可证编号通常是11位数字，这里有%d个字符。",
                        "A news licence number usually has 11 digits; this has %d characters.",
                        text.codePointCount(0, text.length()))
                .at(text);
    }
}
