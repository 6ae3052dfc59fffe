// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.proof;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongmei.kit.Sentence;

/** Half-width punctuation beside a Chinese character (GB/T 15834). Not in numbers, times and addresses of the net. */
final class PunctuationRule implements ProofReader.Rule {

    private static final Pattern HALF = Pattern.compile(
            "(?<=\\p{IsHan})[,;:!?()](?!//)|[,;:!?()](?=\\p{IsHan})|(?<=\\p{IsHan})\\.(?![0-9A-Za-z.])");
    private static final Map<String, String> FULL =
            Map.of(",", "，", ";", "；", ":", "：", "!", "！", "?", "？", "(", "（", ")", "）", ".", "。");

    @Override
    public void read(Passage passage, LocalDate today, Consumer<Hint> found) {
        Matcher half = HALF.matcher(passage.text());
        while (half.find()) {
            found.accept(passage.hint(
                    "punctuation",
                    Hint.Severity.INFO,
                    half,
                    Sentence.of(
                            "中文里用全角的“%s”。",
                            "In Chinese text it is the full-width %s.",
                            FULL.getOrDefault(half.group(), half.group()))));
        }
    }
}
