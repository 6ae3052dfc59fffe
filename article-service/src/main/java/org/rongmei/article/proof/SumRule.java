// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongmei.kit.Sentence;

/** 项目12个，其中落地6个，开工3个，投产2个: parts of one unit that are not the whole. 其中 need not name all of them. */
final class SumRule implements ProofReader.Rule {

    private static final String NUMBER = "([0-9]{1,12}(?:\\.[0-9]{1,6})?)";
    private static final Pattern WHOLE = Pattern.compile("(?<![0-9.])" + NUMBER + "(\\p{IsHan}{1,3}?)[，,、（( ]{0,2}其中");
    private static final int LONGEST_SENTENCE = 400;
    private static final int LEAST_PARTS = 2;

    @Override
    public void read(Passage passage, LocalDate today, Consumer<Hint> found) {
        Matcher whole = WHOLE.matcher(passage.text());
        while (whole.find()) {
            int end = endOfSentence(passage.text(), whole.end());
            List<BigDecimal> parts = parts(passage.text().substring(whole.end(), end), whole.group(2));
            BigDecimal total = new BigDecimal(whole.group(1));
            BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (parts.size() >= LEAST_PARTS && sum.compareTo(total) != 0) {
                found.accept(passage.hint(
                        "sum",
                        Hint.Severity.WARNING,
                        whole.start(),
                        end,
                        Sentence.of(
                                "“其中”各项相加是%s%s，总数是%s%s。",
                                "The parts make %s%s, the whole is %s%s.",
                                sum.toPlainString(),
                                whole.group(2),
                                total.toPlainString(),
                                whole.group(2))));
            }
        }
    }

    private static List<BigDecimal> parts(String sentence, String unit) {
        List<BigDecimal> parts = new ArrayList<>();
        Matcher part =
                Pattern.compile("(?<![0-9.])" + NUMBER + Pattern.quote(unit)).matcher(sentence);
        while (part.find()) {
            parts.add(new BigDecimal(part.group(1)));
        }
        return parts;
    }

    private static int endOfSentence(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_SENTENCE && "。；;！？!?\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
