// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReprintRuleTest {

    @ParameterizedTest
    @CsvSource({
        "新华社北京2月5日电, true",
        "新华社北京2月5日电（记者甲）, true",
        "新华社济南２月５日电, true",
        "人民网讯, true",
        "中新网济南2月5日电, true",
        "大众日报讯, true",
        "中央广播电视总台消息, false",
        "本报讯, false",
        "本报北京2月5日电, false",
        "本网讯, false",
        "本台消息, false",
        "诸城2月5日电, false",
        "诸城讯, false",
    })
    void somebodyElsesDatelineIsSeen(String dateline, boolean seen) {
        assertThat(ReprintRule.doubt(text(ArticleDraft.ORIGINAL, dateline)).isPresent())
                .isEqualTo(seen);
        assertThat(ReprintRule.doubt(text(ArticleDraft.REPRINT, dateline))).isEmpty();
    }

    private static Manuscript text(String kind, String dateline) {
        Manuscript empty = Manuscript.EMPTY;
        return new Manuscript(
                kind,
                null,
                "题",
                null,
                null,
                dateline,
                empty.credits(),
                empty.editors(),
                null,
                null,
                empty.rights(),
                empty.tags(),
                empty.aliases(),
                empty.images(),
                empty.attachments(),
                empty.flags());
    }
}
