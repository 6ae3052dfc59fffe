// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.proof;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongmei.kit.Sentence;

/** 进行进行, 的的: a word typed twice. Some verbs are said twice on purpose (研究研究), and 目的的 ends and begins with 的. */
final class RepetitionRule implements ProofReader.Rule {

    private static final Pattern TWICE = Pattern.compile(
            "(\\p{IsHan}{2,6}?)\\1|(?<![目标])(?:的的(?![确士])|是是(?!非)|在在|和和(?!气|睦)|与与|及及|把把|被被|从从(?!容)|向向|将将)");
    private static final Set<String> SAID_TWICE = Set.of(
            "研究", "讨论", "商量", "考虑", "打听", "休息", "学习", "了解", "锻炼", "活动", "体验", "观察", "参考", "介绍", "帮助", "收拾", "合计", "哈哈",
            "呵呵", "许多", "一个", "一步", "一层", "很多", "好多");

    @Override
    public void read(Passage passage, LocalDate today, Consumer<Hint> found) {
        Matcher twice = TWICE.matcher(passage.text());
        while (twice.find()) {
            String word = twice.group(1);
            if (word == null || !(SAID_TWICE.contains(word) || isOneCharacter(word))) {
                found.accept(passage.hint(
                        "repetition", Hint.Severity.INFO, twice, Sentence.of("这里重复了。", "This stands here twice.")));
            }
        }
    }

    /** 哗啦啦啦: a sound. */
    private static boolean isOneCharacter(String word) {
        return word.codePoints().distinct().count() == 1;
    }
}
