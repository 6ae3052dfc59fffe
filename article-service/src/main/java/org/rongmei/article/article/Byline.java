// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who reports from where: {@code 本报讯(记者张泽青 通讯员杨郭)} at the head of a text, in half or full width. A role holds
 * for all names that follow it.
 */
record Byline(@Nullable String dateline, List<Credit> credits) {

    /** A byline found in running text, and the characters it took there. */
    record Found(Byline byline, int length) {}

    private static final String ROLES = "本报记者|本网记者|本台记者|见习记者|实习记者|特约记者|全媒体记者|融媒体记者|首席记者|通讯员|特约通讯员|实习生|记者|摄影报道|摄影|摄像|编译";
    /** Roles only when they stand apart: people are called 文静 (文 is a family name), and pictures are 图为某处. */
    private static final String SHORT_ROLES = "文图|文|图";

    private static final Pattern HEAD =
            Pattern.compile("^[\\s\\u00a0\\u3000]*(本报讯|本网讯|本台讯|本刊讯)[\\s\\u00a0\\u3000]*[（(]([^()（）]{2,200})[）)]");
    private static final Pattern ROLE =
            Pattern.compile("^(" + ROLES + "|(?:" + SHORT_ROLES + ")(?=[:：/]|$))(?:[:：/\\s\\u00a0\\u3000]*)(.*)$");
    private static final Pattern GAP = Pattern.compile("[\\s\\u00a0\\u3000、,，;；]+");

    Byline {
        credits = List.copyOf(credits);
    }

    static Optional<Found> find(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.find()) {
            return Optional.empty();
        }
        List<Credit> credits = credits(head.group(2));
        return credits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(new Byline(head.group(1), credits), head.end()));
    }

    private static List<Credit> credits(String inside) {
        List<Credit> credits = new ArrayList<>();
        String role = "";
        for (String word : GAP.split(inside.strip())) {
            Matcher named = ROLE.matcher(word);
            String name = word;
            if (named.matches()) {
                role = named.group(1);
                name = named.group(2);
            }
            if (role.isEmpty()) {
                return List.of(); // no role at all: this is an aside, not a byline
            }
            if (!name.isBlank()) {
                credits.add(new Credit(role, name));
            }
        }
        return credits;
    }
}
