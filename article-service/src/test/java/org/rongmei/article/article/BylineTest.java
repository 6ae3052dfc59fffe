// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "本报讯(记者张泽青 通讯员杨郭)",
                "本报讯（记者张泽青 通讯员杨郭）",
                "本报讯（记者　张泽青　通讯员　杨郭）",
                "本报讯 ( 记者：张泽青；通讯员：杨郭 )",
                "　　本报讯（记者 张泽青，通讯员 杨郭）",
                "\u00a0本报讯(记者/张泽青\u00a0通讯员/杨郭)"
            })
    void halfAndFullWidthAreTheSame(String head) {
        String text = head + "金黄的稻谷晒满了村前的场院。";

        Byline.Found found = Byline.find(text).orElseThrow();

        assertThat(found.byline().dateline()).isEqualTo("本报讯");
        assertThat(found.byline().credits()).containsExactly(new Credit("记者", "张泽青"), new Credit("通讯员", "杨郭"));
        assertThat(text.substring(found.length())).isEqualTo("金黄的稻谷晒满了村前的场院。");
    }

    @Test
    void roleHoldsForAllNamesThatFollowIt() {
        Byline byline =
                Byline.find("本网讯（全媒体记者张泽青、李青岚 王山 特约通讯员杨郭）").orElseThrow().byline();

        assertThat(byline.credits())
                .containsExactly(
                        new Credit("全媒体记者", "张泽青"),
                        new Credit("全媒体记者", "李青岚"),
                        new Credit("全媒体记者", "王山"),
                        new Credit("特约通讯员", "杨郭"));
    }

    @Test
    void wordsAndPicturesMayBeOfDifferentPeople() {
        Byline byline = Byline.find("本报讯（文/张泽青 图/杨郭）").orElseThrow().byline();

        assertThat(byline.credits()).containsExactly(new Credit("文", "张泽青"), new Credit("图", "杨郭"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"本报讯（记者 文静）", "本报讯（记者文静）", "本报讯（记者：文静）"})
    void nameThatBeginsLikeRoleStaysName(String text) {
        Byline byline = Byline.find(text).orElseThrow().byline();

        assertThat(byline.credits()).containsExactly(new Credit("记者", "文静"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"本报讯（今年第三场）大雪", "本报讯（图为秋收现场）稻谷", "本报讯（文化下乡活动）昨日", "本报讯（张泽青）昨日"})
    void asideWithoutRoleIsNoByline(String text) {
        assertThat(Byline.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "（记者张泽青）昨日", "昨日，本报讯（记者张泽青）", "本报讯 昨日", "本报讯（记者张泽青", "本报讯（）昨日", "本报讯（记者）昨日", "新华社讯（记者张泽青）"})
    void bylineStandsAtTheHeadOrNowhere(String text) {
        assertThat(Byline.find(text)).isEmpty();
    }
}
