// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.footer.Footer;
import org.rongmei.siteinfo.identifier.Agreement;
import org.rongmei.siteinfo.identifier.IdentifierKind;
import org.rongmei.siteinfo.law.Laws;
import org.rongmei.siteinfo.register.Register;
import org.rongmei.siteinfo.register.Said;

/**
 * What is to be said of a register that was taken: what it lacks, labels without a number, numbers that are taken with a
 * doubt, and what has ended or will soon.
 */
final class RegisterCheck {

    private RegisterCheck() {}

    static List<Finding> of(Register register, Instant now) {
        return Stream.concat(
                        lasting(register, now), Expiry.in(register).flatMap(expiry -> expiry.finding(now).stream()))
                .toList();
    }

    /** What is found on any day, until the register is put right. */
    static Stream<Finding> lasting(Register register, Instant now) {
        return Stream.of(
                        sample(register),
                        missing(register),
                        register.identifiers().stream()
                                .filter(identifier -> !Footer.hasNumber(identifier))
                                .map(RegisterCheck::withoutNumber),
                        register.identifiers().stream()
                                .filter(identifier -> identifier.kind().equals("news-licence")
                                        && identifier.validTo() == null
                                        && Footer.hasNumber(identifier))
                                .map(RegisterCheck::withoutEnd),
                        // The sample's numbers are invented and no authority's: that has been said.
                        register.sample()
                                ? Stream.<Finding>empty()
                                : register.identifiers().stream().flatMap(RegisterCheck::doubts),
                        disagreements(register))
                .flatMap(findings -> findings)
                .flatMap(finding -> Laws.cite(finding, now).stream());
    }

    private static Stream<Finding> sample(Register register) {
        return register.sample()
                ? Stream.of(Finding.error(
                                "SAMPLE_REGISTER",
                                "这是示例登记信息，号码都是虚构的，不能用于真实站点。",
                                "This is the sample's register: its numbers are invented, and no site may show them.")
                        .mendedBy("登记本站自己的信息。", "Record what is true of your site."))
                : Stream.empty();
    }

    /** What has not even a label. */
    private static Stream<Finding> missing(Register register) {
        List<Finding> missing = new ArrayList<>();
        if (hasNone(register, "icp-record", "icp-licence")) {
            missing.add(Finding.error(
                            "ICP_MISSING",
                            "网站应当标明备案编号或者许可证编号，登记信息里没有。",
                            "A site must show the number of its filing or licence; the register has none.")
                    .mendedBy("登记ICP备案号。", "Record the ICP filing number."));
        }
        if (hasNone(register, "news-licence")) {
            missing.add(Finding.error(
                            "NEWS_LICENCE_NUMBER_MISSING",
                            "互联网新闻信息服务提供者应当明示许可证编号，登记信息里没有。",
                            "Who publishes news must show the licence's number; the register has none.")
                    .mendedBy(
                            "登记许可证的编号、主体、服务类别和有效期。",
                            "Record the licence's number, holder, kinds of service and validity."));
        }
        if (hasNone(register, "psb-record")) {
            missing.add(Finding.warning(
                            "PSB_MISSING",
                            "网站应当到公安机关备案，登记信息里没有公安备案号。",
                            "A site must be filed with the police; the register has no number of it.")
                    .mendedBy("登记公安备案号。", "Record the number of the filing with the police."));
        }
        if (hasNoContact(register, "report-phone", "report-email", "report-url")) {
            missing.add(Finding.error(
                            "REPORT_CHANNEL_MISSING",
                            "应当公布投诉、举报方式，登记信息里没有举报电话、邮箱或入口。",
                            "Ways to complain and to report must be made public; the register has no telephone, address or page for it.")
                    .mendedBy(
                            "登记举报电话、举报邮箱或举报入口。",
                            "Record a telephone number, an e-mail address or a page for reports."));
        }
        if (hasNoContact(register, "privacy-url")) {
            missing.add(Finding.warning(
                            "PRIVACY_POLICY_LINK_MISSING",
                            "处理个人信息应当以显著方式告知，登记信息里没有隐私政策的网址。",
                            "Who handles personal information must tell so where everybody sees it; the register has no address of a privacy policy.")
                    .mendedBy("登记隐私政策的网址。", "Record the address of the privacy policy."));
        }
        return missing.stream();
    }

    private static boolean hasNone(Register register, String... kinds) {
        return register.identifiers().stream()
                .noneMatch(identifier -> List.of(kinds).contains(identifier.kind()));
    }

    private static boolean hasNoContact(Register register, String... kinds) {
        return register.contacts().stream()
                .noneMatch(contact -> List.of(kinds).contains(contact.kind()) && Said.isSaid(contact.value()));
    }

    /** The footer leaves the label out: alone it would say that there is something which nobody can look up. */
    private static Finding withoutNumber(Register.Identifier identifier) {
        String label = Optional.ofNullable(Footer.label(identifier)).orElse(identifier.kind());
        Finding finding = switch (identifier.kind()) {
            case "news-licence" ->
                Finding.error(
                        "NEWS_LICENCE_NUMBER_MISSING",
                        "互联网新闻信息服务提供者应当明示许可证编号，登记信息里只有名称没有编号。",
                        "Who publishes news must show the licence's number; the register has the label and no number.");
            case "icp-record" ->
                Finding.error(
                        "ICP_MISSING",
                        "网站应当标明备案编号，登记信息里只有名称没有编号。",
                        "A site must show its filing number; the register has the label and no number.");
            case "psb-record" ->
                Finding.warning(
                        "PSB_MISSING",
                        "公安备案号应当放在页面底部，登记信息里只有名称没有编号。",
                        "The filing with the police belongs at the foot of the page; the register has the label and no number.");
            default ->
                Finding.warning(
                        "IDENTIFIER_NUMBER_MISSING",
                        "登记信息里“%s”只有名称没有编号，页脚不显示它。",
                        "The register has the label %s and no number; the footer does not show it.",
                        label);
        };
        return finding.at(label);
    }

    /** It is for three years, and nothing in its number says from when. */
    private static Finding withoutEnd(Register.Identifier licence) {
        return Finding.warning(
                        "NEWS_LICENCE_VALIDITY_MISSING",
                        licence.validFrom() == null
                                ? Sentence.of(
                                        "没有登记新闻信息服务许可证的有效期，到期前不能提醒。",
                                        "The news licence's validity is not recorded: nobody is told before it ends.")
                                : Sentence.of(
                                        "没有登记新闻信息服务许可证的截止日，按起始日加三年推算。",
                                        "The end of the news licence is not recorded: it is reckoned as three years from its beginning."))
                .at(licence.number() == null ? licence.kind() : licence.number())
                .mendedBy("登记许可证上的有效期。", "Record the validity that is printed on the licence.");
    }

    private static Stream<Finding> doubts(Register.Identifier identifier) {
        @Nullable String number = identifier.number();
        if (number == null || !Said.isSaid(number)) {
            return Stream.empty();
        }
        return IdentifierKind.find(identifier.kind()).stream()
                .flatMap(kind -> kind.judge(number).findings().stream())
                .map(finding -> finding.excerpt() == null ? finding.at(number) : finding);
    }

    private static Stream<Finding> disagreements(Register register) {
        Register.@Nullable Address address = register.address();
        if (address == null || address.division() == null) {
            return Stream.empty();
        }
        String division = address.division();
        Stream<Finding> filings = register.identifiers().stream()
                .filter(identifier -> identifier.kind().equals("icp-record"))
                .flatMap(identifier -> Stream.ofNullable(identifier.number()))
                .flatMap(number -> Agreement.filing(number, division).stream());
        Stream<Finding> postcodes = Stream.ofNullable(address.postcode())
                .flatMap(postcode -> Agreement.postcode(postcode, division).stream());
        return Stream.concat(filings, postcodes);
    }
}
