// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rongmei.siteinfo.Finding;

/** Readers are told how to report what should not be there (网络安全法, art. 49; since 2026 art. 51). */
final class ReportChannelRule implements Rule {

    private static final String REPORT = "举报";
    private static final int MOST = 200;
    private static final int BEHIND = 60;
    private static final Pattern WAY =
            Pattern.compile("[0-9][0-9 ()-]{3,20}[0-9]|[A-Z0-9._-]{1,40}@[A-Z0-9-]{1,40}\\.");

    /** How the word 举报 comes with a way to do it. */
    private record Channel(int start, int end, boolean linked, boolean hidden) {}

    @Override
    public void look(Page page, Occasion occasion, Consumer<Finding> found) {
        List<Channel> channels = channels(page);
        Optional<Channel> seen =
                channels.stream().filter(channel -> !channel.hidden()).findFirst();
        if (channels.isEmpty()) {
            found.accept(occasion.kind().weigh(missing()));
        } else if (seen.isEmpty()) {
            found.accept(at(page, channels.get(0), hidden()));
        } else if (channels.stream().noneMatch(channel -> channel.linked() && !channel.hidden())) {
            found.accept(at(page, seen.get(), notALink()));
        }
        nationalCentre(page, occasion, found);
    }

    private static List<Channel> channels(Page page) {
        String text = page.folded();
        return Stream.iterate(text.indexOf(REPORT), at -> at >= 0, at -> text.indexOf(REPORT, at + 1))
                .limit(MOST)
                .flatMap(at -> channel(page, at).stream())
                .toList();
    }

    /** A link that is called 举报, or a telephone number or an e-mail address behind the word in its line. */
    private static Optional<Channel> channel(Page page, int at) {
        String text = page.folded();
        int end = at + REPORT.length();
        Optional<PageLink> around = page.links().stream()
                .filter(link -> link.holds(at, end) && link.leads())
                .findFirst();
        if (around.isPresent()) {
            return Optional.of(new Channel(
                    around.get().start(), around.get().end(), true, around.get().hidden() || page.isHidden(at, end)));
        }
        int line = text.indexOf('\n', at);
        int limit = Math.min(line < 0 ? text.length() : line, at + BEHIND);
        Matcher way = WAY.matcher(text).region(end, limit);
        if (!way.find()) {
            return Optional.empty();
        }
        boolean linked = page.links().stream()
                .anyMatch(link -> link.start() < way.end() && link.end() > way.start() && link.leads());
        return Optional.of(new Channel(at, way.end(), linked, page.isHidden(way.start(), way.end())));
    }

    private static void nationalCentre(Page page, Occasion occasion, Consumer<Finding> found) {
        Optional<PageLink> link = page.links().stream()
                .filter(each -> !each.hidden() && each.host().matches("(?:.{0,200}\\.)?[a-z]{0,4}12377\\.cn"))
                .findFirst();
        if (link.isEmpty()) {
            found.accept(occasion.kind()
                    .weigh(Finding.warning(
                            "LINK_12377_MISSING",
                            "页面上没有中央网信办举报中心（https://www.12377.cn/）的链接。",
                            "The page has no link to the national reporting centre, https://www.12377.cn/.")));
        } else if (link.get().href().startsWith("http:")) {
            found.accept(page.at(
                    link.get().element(),
                    Finding.warning(
                            "LINK_12377_INSECURE",
                            "举报中心的链接应当用 https。",
                            "The link to the reporting centre should be https.")));
        }
    }

    private static Finding at(Page page, Channel channel, Finding finding) {
        return page.at(channel.start(), channel.end(), finding);
    }

    private static Finding missing() {
        return Finding.error(
                        "REPORT_CHANNEL_MISSING",
                        "应当公布投诉、举报方式，没有举报电话、邮箱或入口。",
                        "Ways to complain and to report must be made public; there is no telephone, address or page for it.")
                .mendedBy("公布举报电话、举报邮箱或举报入口。", "Publish a telephone number, an e-mail address or a page for reports.");
    }

    private static Finding hidden() {
        return Finding.warning(
                "REPORT_CHANNEL_HIDDEN",
                "举报方式在页面代码里，但读者看不见。",
                "The way to report is in the code, but no reader sees it.");
    }

    private static Finding notALink() {
        return Finding.warning(
                "REPORT_CHANNEL_NOT_A_LINK",
                "举报方式只有文字，没有可以点击的链接（tel:、mailto: 或网页）。",
                "The way to report is text only: nothing to click, no tel:, mailto: or page.");
    }
}
