// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rongmei.feed.entry.Story;

/** What readers must be told beside the text, in the same words as on our pages, wherever the text goes. */
final class Notices {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private Notices() {}

    /** What comes first: 未成年人保护法, art. 51 wants it seen before the text is. */
    static List<String> before(Story story) {
        return story.flags().minorSensitive() ? List.of("提示：本文内容可能影响未成年人身心健康，请在监护人陪同下阅读。") : List.of();
    }

    /** Corrections with their day, and what a machine has written (人工智能生成合成内容标识办法, art. 4). */
    static List<String> after(Story story) {
        List<String> notices = new ArrayList<>();
        story.corrections()
                .forEach(correction -> notices.add("更正（" + DAY.format(correction.at()) + "）：" + correction.text()));
        if (story.flags().aiGenerated()) {
            notices.add("本文含有由人工智能生成的内容。");
        }
        return notices;
    }
}
