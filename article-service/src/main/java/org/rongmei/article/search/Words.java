// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How Chinese becomes terms. The index holds pairs of characters and single ones, because how a segmenter cuts a word
 * depends on its neighbours: 张泽青 is cut one way in a byline and another way alone, and would not be found. The
 * Chinese segmenter cuts questions, in which it only has to tell what belongs together.
 */
final class Words {

    /** For texts. */
    static final Analyzer TEXT = new Pairs(true);

    /** For questions: whatever has two characters or more is a phrase of pairs. */
    static final Analyzer QUESTION = new Pairs(false);

    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    /** Nobody looks for these, and no name has one. */
    private static final Set<String> PARTICLES = Set.of("的", "了", "吗", "呢", "吧");

    private Words() {}

    private static final class Pairs extends Analyzer {

        private final boolean single;

        Pairs(boolean single) {
            this.single = single;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream folded = new LowerCaseFilter(new CJKWidthFilter(tokenizer));
            return new TokenStreamComponents(tokenizer, new CJKBigramFilter(folded, ALL_SCRIPTS, single));
        }
    }

    /** The words of a question; characters that stand alone one after the other, as in a name, stay together. */
    static List<String> segments(String text) {
        List<String> segments = new ArrayList<>();
        StringBuilder loose = new StringBuilder();
        try (HMMChineseTokenizer tokenizer = new HMMChineseTokenizer()) {
            CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                String word = term.toString();
                if (PARTICLES.contains(word)) {
                    take(loose, segments);
                    continue;
                }
                if (word.codePointCount(0, word.length()) == 1 && Character.isIdeographic(word.codePointAt(0))) {
                    loose.append(word);
                    continue;
                }
                take(loose, segments);
                segments.add(word);
            }
            take(loose, segments);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail", e);
        }
        return segments;
    }

    private static void take(StringBuilder loose, List<String> segments) {
        if (!loose.isEmpty()) {
            segments.add(loose.toString());
            loose.setLength(0);
        }
    }
}
