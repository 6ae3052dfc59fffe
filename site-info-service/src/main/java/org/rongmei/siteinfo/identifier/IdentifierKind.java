// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;

/** The kinds of number whose form is known, each with its rule. */
public enum IdentifierKind {
    ICP_RECORD(FilingNumber::site, "ICP_PLACEHOLDER"),
    ICP_APP(FilingNumber::app, "ICP_PLACEHOLDER"),
    ICP_MINI_PROGRAM(FilingNumber::miniProgram, "ICP_PLACEHOLDER"),
    ICP_LICENCE(TelecomLicence::judge, "ICP_PLACEHOLDER"),
    PSB_RECORD(PoliceFiling::judge, "PSB_MALFORMED"),
    NEWS_LICENCE(NewsLicence::judge, "IDENTIFIER_PLACEHOLDER"),
    AV_LICENCE(AudiovisualLicence::judge, "IDENTIFIER_PLACEHOLDER"),
    USCC(CreditCode::judge, "IDENTIFIER_PLACEHOLDER"),
    POSTCODE(Postcode::judge, "IDENTIFIER_PLACEHOLDER");

    /** How one kind judges a text that is spelt normally. Gives the text as it should be written, if it can be told. */
    private interface Rule {
        @Nullable
        String judge(String text, Consumer<Finding> found);
    }

    private static final Pattern BLANKS = Pattern.compile("[X#*?×○□]{4}");
    private static final Pattern SERIAL = Pattern.compile("-[0-9A-Z]*$");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private final Rule rule;
    private final String placeholderId;

    IdentifierKind(Rule rule, String placeholderId) {
        this.rule = rule;
        this.placeholderId = placeholderId;
    }

    /** As it is written in JSON: {@code icp-record}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<IdentifierKind> find(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst();
    }

    /** The same text always gets the same verdict, in time that grows with its length and no faster. */
    public Verdict judge(String text) {
        String plain = Spelling.normal(text);
        List<Finding> findings = new ArrayList<>();
        @Nullable String normal = null;
        if (isPlaceholder(plain)) {
            findings.add(Finding.error(
                            placeholderId, "这是占位的号码，不是主管部门给的号码。", "This holds a number's place; no authority gave it.")
                    .at(plain));
        } else if (!DIGIT.matcher(plain).find()) {
            findings.add(Finding.error("IDENTIFIER_EMPTY", "这里没有号码。", "There is no number in this.")
                    .at(plain));
        } else {
            normal = rule.judge(plain, findings::add);
        }
        if (findings.stream().anyMatch(Finding::isError)) {
            normal = null;
        }
        if (normal != null && !normal.equals(text)) {
            findings.add(Finding.info(
                    "IDENTIFIER_TYPOGRAPHY",
                    "号码里的空格、全角字符、连字符或前面的标签不是规范写法。",
                    "The number's spaces, full-width characters, dashes or label are not its normal spelling."));
        }
        return new Verdict(this, text, normal, List.copyOf(findings));
    }

    /** 鲁ICP备XXXXXXXX号-1, or 鲁ICP备00000000号-1: somebody's page was copied before there was a number. */
    private static boolean isPlaceholder(String plain) {
        String digits = SERIAL.matcher(plain).replaceFirst("").replaceAll("[^0-9]", "");
        return BLANKS.matcher(plain).find() || digits.matches("0{4,}");
    }
}
