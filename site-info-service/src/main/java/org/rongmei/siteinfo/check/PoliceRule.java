// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.Severity;
import org.rongmei.siteinfo.identifier.IdentifierKind;
import org.rongmei.siteinfo.identifier.Sighting;

/**
 * The filing with the police (计算机信息网络国际联网安全保护管理办法, art. 12), with its icon and a link to its record. To
 * show it is what the police ask for, not what the ordinance says: its absence is a warning.
 */
final class PoliceRule implements Rule {

    private static final String RECORDS = "beian.mps.gov.cn";
    private static final Pattern OLD_RECORDS = Pattern.compile("(?:www\\.)?beian\\.gov\\.cn");
    private static final Pattern CODE = Pattern.compile("(?:code|recordcode)=([0-9]{1,20})", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOURTEEN = Pattern.compile("(?<![0-9])[0-9]{14}(?![0-9])");
    private static final int NEAR = 3;

    @Override
    public void look(Page page, Occasion occasion, Consumer<Finding> found) {
        List<Sighting> filings = Numbers.of(page, IdentifierKind.PSB_RECORD);
        List<Sighting> seen = Numbers.seen(page, filings);
        if (filings.isEmpty()) {
            found.accept(missing());
        } else if (seen.isEmpty()) {
            found.accept(Numbers.at(
                    page,
                    filings.get(0),
                    Finding.warning(
                            "PSB_HIDDEN",
                            "公安备案号在页面代码里，但读者看不见。",
                            "The police filing number is in the page's code, but no reader sees it.")));
        }
        seen.forEach(filing -> {
            Numbers.judge(page, filing, occasion, found);
            leads(page, filing, occasion, found);
        });
    }

    private static void leads(Page page, Sighting filing, Occasion occasion, Consumer<Finding> found) {
        Optional<PageLink> link = page.linkOf(filing.start(), filing.end()).filter(PageLink::leads);
        if (link.isEmpty()) {
            found.accept(Numbers.at(page, filing, linkMissing()));
        } else if (OLD_RECORDS.matcher(link.get().host()).matches()) {
            found.accept(page.at(link.get().element(), oldHost()));
            code(page, filing, link.get(), occasion, found);
        } else if (link.get().host().equals(RECORDS)) {
            code(page, filing, link.get(), occasion, found);
        } else {
            found.accept(page.at(link.get().element(), wrongAuthority()));
        }
        if (page.elementAt(filing.start()).filter(PoliceRule::hasIcon).isEmpty()) {
            found.accept(Numbers.at(page, filing, iconMissing()));
        }
    }

    /** The link must show the same record; of two that differ the register, if there is one, says which is wrong. */
    private static void code(Page page, Sighting filing, PageLink link, Occasion occasion, Consumer<Finding> found) {
        Matcher code = CODE.matcher(link.href());
        if (!code.find()) {
            found.accept(page.at(link.element(), codeMismatch()).as(Severity.WARNING));
            return;
        }
        Matcher shown = FOURTEEN.matcher(filing.text().replace(" ", ""));
        boolean isShown = shown.find() && shown.group().equals(code.group(1));
        boolean isRegistered =
                occasion.registered(IdentifierKind.PSB_RECORD).anyMatch(number -> number.contains(code.group(1)));
        if (!isShown && !isRegistered) {
            found.accept(page.at(link.element(), codeMismatch()));
        }
    }

    /** Beside the number, or in the link around it. */
    private static boolean hasIcon(Element place) {
        Element near = place;
        for (int step = 0; step < NEAR && near != null && !near.normalName().equals("body"); step++) {
            if (near.selectFirst("img, svg, [style*=background]") != null) {
                return true;
            }
            near = near.isBlock() ? null : near.parent();
        }
        return false;
    }

    private static Finding missing() {
        return Finding.warning(
                        "PSB_MISSING",
                        "网站应当自联通之日起30日内到公安机关备案，并把公安备案号放在页面底部，页面上没有。",
                        "A site must be filed with the police within 30 days, and the number belongs at the foot of its pages; there is none.")
                .mendedBy(
                        "标明公安备案号和图标，链接到 https://beian.mps.gov.cn/#/query/webSearch?code=14位数字。",
                        "Show the number with its icon, linked to https://beian.mps.gov.cn/#/query/webSearch?code= and its 14 digits.");
    }

    private static Finding linkMissing() {
        return Finding.warning(
                "PSB_LINK_MISSING",
                "公安备案号应当链接到公安机关的备案信息。",
                "The police filing number should link to its record with the police.");
    }

    private static Finding oldHost() {
        return Finding.warning(
                "PSB_LINK_OLD_HOST",
                "公安备案号链接到旧网址 beian.gov.cn，现在是 https://beian.mps.gov.cn/。",
                "The police filing number links to the old address beian.gov.cn; it is https://beian.mps.gov.cn/ now.");
    }

    private static Finding wrongAuthority() {
        return Finding.warning(
                "PSB_LINK_WRONG_AUTHORITY",
                "公安备案号没有链接到公安机关的网站 https://beian.mps.gov.cn/。",
                "The police filing number does not link to the site of the police, https://beian.mps.gov.cn/.");
    }

    private static Finding codeMismatch() {
        return Finding.error(
                "PSB_LINK_CODE_MISMATCH",
                "公安备案链接里的号码与显示的号码不符。",
                "The link of the police filing does not lead to the number that is shown.");
    }

    private static Finding iconMissing() {
        return Finding.warning(
                "PSB_ICON_MISSING", "公安备案号前应当有备案图标。", "The police filing number should have its icon before it.");
    }
}
