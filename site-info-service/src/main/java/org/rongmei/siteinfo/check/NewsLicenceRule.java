// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.identifier.IdentifierKind;
import org.rongmei.siteinfo.identifier.Sighting;

/**
 * The number of the 互联网新闻信息服务许可证 is where everybody sees it (互联网新闻信息服务管理规定, art. 18), with its holder
 * and its kinds of service beside it (持证亮牌, 2025).
 */
final class NewsLicenceRule implements Rule {

    private static final int MOST = 30;
    private static final int BESIDE = 120;
    private static final Pattern LABEL =
            Pattern.compile("(?:互 ?联 ?网 ?)?新 ?闻 ?信 ?息 ?服 ?务 ?许 ?可 ?证? ?(?:编 ?号|证 ?号|号)?[:( ]{0,6}+");
    /** Eleven digits, or ten; or an older number, that of a document. */
    private static final Pattern NUMBER = Pattern.compile(
            "[0-9](?: ?[0-9]){6,13}+|\\p{IsHan}{2,8}[\\[(〔]?[0-9]{4}[\\])〕]? ?[0-9]{1,6}号|[X#*?×○□]{4,16}|[A-Z0-9]{6,20}");

    private static final Pattern CATEGORY = Pattern.compile("采编|转载|传播平台|服务(?:类别|项目|类型)");
    private static final Pattern HOLDER = Pattern.compile("主体|持证|许可单位|\\p{IsHan}{2}(?:中心|台|报社|集团|公司|社|局|部|网)");

    @Override
    public void look(Page page, Occasion occasion, Consumer<Finding> found) {
        List<Sighting> numbers = new ArrayList<>();
        List<Sighting> empty = new ArrayList<>();
        collect(page.folded(), numbers, empty);
        List<Sighting> seen = Numbers.seen(page, numbers);
        if (!numbers.isEmpty() && seen.isEmpty()) {
            found.accept(Numbers.at(page, numbers.get(0), hidden()));
        }
        if (numbers.isEmpty()) {
            found.accept(
                    empty.isEmpty()
                            ? occasion.kind().weigh(missing())
                            : Numbers.at(page, empty.get(0), withoutNumber()));
        }
        Optional<Sighting> second = seen.stream()
                .filter(number -> !digits(number).equals(digits(seen.get(0))))
                .findFirst();
        second.ifPresent(number -> found.accept(Numbers.at(page, number, two())));
        // Of two numbers one is not the register's anyway.
        Occasion compared = second.isPresent() ? new Occasion(occasion.kind(), Optional.empty()) : occasion;
        seen.forEach(number -> judge(page, number, compared, found));
    }

    /** Each label with what follows it. A label in the middle of a sentence about licences is none. */
    private static void collect(String text, List<Sighting> numbers, List<Sighting> empty) {
        Matcher label = LABEL.matcher(text);
        Matcher number = NUMBER.matcher(text);
        for (int seen = 0; seen < MOST && label.find(); seen++) {
            if (number.region(label.end(), Math.min(text.length(), label.end() + 40))
                    .lookingAt()) {
                numbers.add(new Sighting(IdentifierKind.NEWS_LICENCE, number.start(), number.end(), number.group()));
            } else if (!isInSentence(text, label.end())) {
                empty.add(new Sighting(IdentifierKind.NEWS_LICENCE, label.start(), label.end(), label.group()));
            }
        }
    }

    private static boolean isInSentence(String text, int end) {
        return end < text.length() && "的是为应由及和、，,。".indexOf(text.charAt(end)) >= 0 && text.charAt(end - 1) != ':';
    }

    private static void judge(Page page, Sighting number, Occasion occasion, Consumer<Finding> found) {
        Numbers.judge(page, number, occasion, found);
        String folded = page.folded();
        String beside = folded.substring(number.end(), Math.min(folded.length(), number.end() + BESIDE))
                .split("\n", 2)[0];
        if (!CATEGORY.matcher(beside).find() || !HOLDER.matcher(beside).find()) {
            found.accept(Numbers.at(page, number, bare()));
        }
    }

    private static String digits(Sighting number) {
        return number.text().replace(" ", "");
    }

    private static Finding missing() {
        return Finding.error(
                        "NEWS_LICENCE_NUMBER_MISSING",
                        "互联网新闻信息服务提供者应当在明显位置明示许可证编号，页面上没有。",
                        "Who publishes news on the net must show the licence's number where everybody sees it; there is none.")
                .mendedBy("标明许可证编号、主体和服务类别。", "Show the licence's number, its holder and its kinds of service.");
    }

    private static Finding withoutNumber() {
        return Finding.error(
                        "NEWS_LICENCE_NUMBER_MISSING",
                        "应当明示许可证编号，这里只有许可证的名称，没有编号。",
                        "The licence's number must be shown; here is its name without a number.")
                .mendedBy("在名称后面写上许可证编号，没有许可证的去掉这个名称。", "Write the number behind it, or take the name away.");
    }

    private static Finding hidden() {
        return Finding.error(
                "NEWS_LICENCE_HIDDEN",
                "许可证编号在页面代码里，但读者看不见。",
                "The licence's number is in the code, but no reader sees it.");
    }

    private static Finding bare() {
        return Finding.warning(
                "NEWS_LICENCE_HOLDER_OR_CATEGORY_MISSING",
                "许可证编号旁边应当标明服务主体名称和服务类别。",
                "The holder and the kinds of service should stand beside the licence's number.");
    }

    private static Finding two() {
        return Finding.warning(
                "TWO_NEWS_LICENCE_NUMBERS", "页面上有两个不同的许可证编号。", "The page shows two different licence numbers.");
    }
}
