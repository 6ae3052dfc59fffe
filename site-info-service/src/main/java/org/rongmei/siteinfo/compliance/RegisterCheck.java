// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.footer.Footer;
import org.rongmei.siteinfo.identifier.Agreement;
import org.rongmei.siteinfo.identifier.IdentifierKind;
import org.rongmei.siteinfo.register.Register;
import org.rongmei.siteinfo.register.Said;

/** What is to be said of a register that was taken: labels without a number, and numbers that are taken with a doubt. */
final class RegisterCheck {

    private RegisterCheck() {}

    static List<Finding> of(Register register) {
        return Stream.of(
                        register.identifiers().stream()
                                .filter(identifier -> !Footer.hasNumber(identifier))
                                .map(RegisterCheck::withoutNumber),
                        register.identifiers().stream().flatMap(RegisterCheck::doubts),
                        disagreements(register))
                .flatMap(findings -> findings)
                .toList();
    }

    /** The footer leaves the label out: alone it would say that there is something which nobody can look up. */
    private static Finding withoutNumber(Register.Identifier identifier) {
        String label = Optional.ofNullable(Footer.label(identifier)).orElse(identifier.kind());
        Finding finding = switch (identifier.kind()) {
            case "news-licence" ->
                Finding.error(
                                "NEWS_LICENCE_NUMBER_MISSING",
                                "互联网新闻信息服务提供者应当明示许可证编号，登记信息里只有名称没有编号。",
                                "Who publishes news must show the licence's number; the register has the label and no number.")
                        .under(new Finding.Law("互联网新闻信息服务管理规定", "第十八条"));
            case "icp-record" ->
                Finding.error(
                                "ICP_MISSING",
                                "网站应当标明备案编号，登记信息里只有名称没有编号。",
                                "A site must show its filing number; the register has the label and no number.")
                        .under(new Finding.Law("互联网信息服务管理办法", "第十二条"));
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
