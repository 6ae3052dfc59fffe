// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.Severity;

/** Who collects personal information tells so where everybody sees it (个人信息保护法, art. 17). */
final class PrivacyRule implements Rule {

    private static final Pattern POLICY = Pattern.compile("隐私|个人信息保护");
    private static final String FORMS = "form[method=post], form[method=POST], input[type=password], input[type=email],"
            + " input[type=tel], textarea";
    private static final Pattern ANALYTICS =
            Pattern.compile("hm\\.baidu\\.com|cnzz\\.com|umeng\\.com|51\\.la|google-analytics|googletagmanager|tongji");

    @Override
    public void look(Page page, Occasion occasion, Consumer<Finding> found) {
        boolean linked = page.links().stream()
                .anyMatch(link -> link.leads()
                        && !link.hidden()
                        && POLICY.matcher(name(page, link)).find());
        if (linked) {
            return;
        }
        Finding missing = Finding.warning(
                        "PRIVACY_POLICY_LINK_MISSING",
                        "处理个人信息应当以显著方式告知，页面上没有隐私政策的链接。",
                        "Who handles personal information must tell so where everybody sees it; the page links to no privacy policy.")
                .mendedBy("在页面底部链接隐私政策。", "Link to the privacy policy at the foot of the page.");
        found.accept(collects(page.document()) ? missing : missing.as(Severity.INFO));
    }

    private static String name(Page page, PageLink link) {
        return page.folded().substring(link.start(), link.end())
                + link.element().attr("title");
    }

    /** Whether it asks for something, or lets somebody count its readers. */
    private static boolean collects(Document document) {
        return document.selectFirst(FORMS) != null
                || document.select("script").stream()
                        .anyMatch(
                                script -> ANALYTICS.matcher(script.attr("src")).find()
                                        || ANALYTICS.matcher(script.data()).find());
    }
}
