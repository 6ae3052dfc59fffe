// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.identifier.IdentifierKind;
import org.rongmei.siteinfo.identifier.Sighting;

/**
 * The number of the ICP filing, or of the licence, is on the home page where everybody sees it (互联网信息服务管理办法,
 * art. 12).
 */
final class FilingRule implements Rule {

    private static final int LABEL = 14;
    private static final Pattern FILING_LABEL = Pattern.compile("备案(?:序|编)?号?[:( ]{0,4}$");

    private final FilingLink link = new FilingLink();

    @Override
    public void look(Page page, Occasion occasion, Consumer<Finding> found) {
        List<Sighting> filings = Numbers.of(page, IdentifierKind.ICP_RECORD);
        List<Sighting> licences = Numbers.of(page, IdentifierKind.ICP_LICENCE);
        List<Sighting> seen = Numbers.seen(page, filings);
        if (filings.isEmpty() && licences.isEmpty()) {
            found.accept(occasion.kind().weigh(missing()));
        } else if (seen.isEmpty() && Numbers.seen(page, licences).isEmpty()) {
            Sighting hidden = (filings.isEmpty() ? licences : filings).get(0);
            found.accept(Numbers.at(page, hidden, hidden()));
        }
        seen.forEach(filing -> {
            Numbers.judge(page, filing, occasion, found);
            link.look(page, filing, occasion, found);
        });
        Numbers.seen(page, licences).forEach(licence -> licence(page, licence, occasion, found));
    }

    /** Real: {@code ICP(互联网信息服务)备案号 黑B2-20131557-16}. */
    private static void licence(Page page, Sighting licence, Occasion occasion, Consumer<Finding> found) {
        String before = page.folded().substring(Math.max(0, licence.start() - LABEL), licence.start());
        if (FILING_LABEL.matcher(before).find()) {
            found.accept(Numbers.at(
                    page,
                    licence,
                    Finding.warning(
                            "ICP_LABEL_HOLDS_A_LICENCE_NUMBER",
                            "“备案号”后面是增值电信业务经营许可证编号，不是ICP备案号。",
                            "What is called a filing number here is the number of a telecom licence.")));
        }
        Numbers.judge(page, licence, occasion, found);
    }

    private static Finding missing() {
        return Finding.error(
                        "ICP_MISSING",
                        "网站主页应当在显著位置标明经营许可证编号或者备案编号，页面上没有。",
                        "A home page must show the number of its licence or filing where everybody sees it; there is none.")
                .mendedBy(
                        "在页面底部标明ICP备案号，并链接到 https://beian.miit.gov.cn/。",
                        "Show the ICP filing number at the foot of the page, with a link to https://beian.miit.gov.cn/.");
    }

    private static Finding hidden() {
        return Finding.error(
                        "ICP_HIDDEN",
                        "备案编号在页面代码里，但读者看不见。",
                        "The filing number is in the page's code, but no reader sees it.")
                .mendedBy("去掉隐藏它的样式。", "Take away the style that hides it.");
    }

    /** Where the number leads: to the ministry (非经营性互联网信息服务备案管理办法, art. 13). */
    private static final class FilingLink {

        private static final String MINISTRY = "beian.miit.gov.cn";
        private static final Pattern OBSOLETE =
                Pattern.compile("(?:www\\.)?(?:miibeian|miitbeian)\\.gov\\.cn|www\\.beian\\.miit\\.gov\\.cn");
        private static final Pattern OBSOLETE_PATH = Pattern.compile("/(?:publish/query|state/outPortal)");

        void look(Page page, Sighting filing, Occasion occasion, Consumer<Finding> found) {
            Optional<PageLink> link = page.linkOf(filing.start(), filing.end()).filter(PageLink::leads);
            if (link.isEmpty()) {
                found.accept(Numbers.at(page, filing, occasion.kind().weigh(missing())));
            } else {
                leads(page, filing, link.get(), occasion, found);
            }
            if (!PageFoot.isInMiddleOfFoot(page, filing)) {
                found.accept(
                        Numbers.at(
                                page,
                                filing,
                                Finding.info(
                                        "ICP_NOT_IN_FOOTER_CENTER",
                                        "备案编号应当在主页底部的中央位置，这里似乎不是。",
                                        "The filing number belongs in the middle of the foot of the page; here it seems not to be.")));
            }
        }

        private static void leads(
                Page page, Sighting filing, PageLink link, Occasion occasion, Consumer<Finding> found) {
            if (OBSOLETE.matcher(link.host()).matches()
                    || (link.host().equals(MINISTRY)
                            && OBSOLETE_PATH.matcher(link.href()).find())) {
                found.accept(
                        page.at(
                                link.element(),
                                Finding.warning(
                                        "ICP_LINK_OBSOLETE_HOST",
                                        "备案编号链接到旧网址，现在是 https://beian.miit.gov.cn/。",
                                        "The filing number links to an old address of the ministry; it is https://beian.miit.gov.cn/ now.")));
            } else if (!link.host().equals(MINISTRY)) {
                found.accept(page.at(link.element(), occasion.kind().weigh(missing())));
                return;
            }
            if (link.holds(filing.start(), filing.end()) && !isNothingElse(page, filing, link)) {
                found.accept(page.at(
                        link.element(),
                        Finding.warning(
                                "ICP_LINK_TEXT_MISMATCH",
                                "备案链接的文字里还有备案编号以外的号码。",
                                "The link of the filing holds another number besides.")));
            }
            if (link.element().attr("rel").contains("nofollow")) {
                found.accept(page.at(
                        link.element(),
                        Finding.info(
                                "ICP_LINK_NOFOLLOW",
                                "备案链接带有 nofollow；有说法认为不应如此，法律没有规定。",
                                "The link has nofollow. Some say that it must not; no law does.")));
            }
        }

        private static boolean isNothingElse(Page page, Sighting filing, PageLink link) {
            String rest = page.folded().substring(link.start(), filing.start())
                    + page.folded().substring(filing.end(), link.end());
            return rest.chars().noneMatch(Character::isDigit);
        }

        private static Finding missing() {
            return Finding.error(
                            "ICP_LINK_MISSING",
                            "备案编号应当链接到工业和信息化部备案管理系统，供公众查询核对。",
                            "The filing number must link to the ministry's filing system, where the public can look it up.")
                    .mendedBy("链接到 https://beian.miit.gov.cn/。", "Link it to https://beian.miit.gov.cn/.");
        }
    }
}
