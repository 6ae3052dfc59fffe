// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads a text for what a person overlooks. It reads words, never markup, and says the same of the same text. */
public final class ProofReader {

    /** One thing to look for, in time that grows with the text and no faster. */
    interface Rule {
        void read(Passage passage, LocalDate today, Consumer<Hint> found);
    }

    private static final int MOST_HINTS = 100;
    private static final List<Rule> RULES =
            List.of(new SumRule(), new WeekdayRule(), new PunctuationRule(), new RepetitionRule());
    private static final String BLOCKS = "p, li, h2, h3, h4, td, th, dt, dd, figcaption, caption, pre, blockquote";

    private ProofReader() {}

    /**
     * In the order of the text.
     *
     * @param lines what stands around the body, by the name of its field
     * @param today for dates without a year
     */
    public static List<Hint> read(Map<String, String> lines, String html, LocalDate today) {
        List<Passage> passages = new ArrayList<>();
        lines.forEach((field, text) -> passages.add(new Passage(field, null, text)));
        int number = 0;
        for (Element block : Jsoup.parseBodyFragment(html).body().select(BLOCKS)) {
            // What holds other blocks is read with them.
            if (block.select(BLOCKS).size() == 1) {
                passages.add(new Passage("body", number++, block.text()));
            }
        }
        List<Hint> hints = new ArrayList<>();
        for (Passage passage : passages) {
            RULES.forEach(rule -> rule.read(passage, today, hints::add));
            if (hints.size() >= MOST_HINTS) {
                return hints.subList(0, MOST_HINTS);
            }
        }
        return hints;
    }
}
