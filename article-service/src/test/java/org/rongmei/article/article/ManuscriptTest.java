// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManuscriptTest {

    @Test
    void whatIsStoredIsReadBack() {
        Manuscript manuscript = Drafts.manuscript("""
                {"section": "news", "kind": "reprint", "kicker": "秋收", "title": "梯田里的“秋收” & 𠅤😀", "subtitle": "副题",
                 "summary": "提要", "dateline": "本报讯", "credits": [{"role": "记者", "name": "张泽青"}],
                 "editors": [{"role": "责任编辑", "name": "杨郭"}],
                 "source": {"name": "新华社", "url": "https://example.com/a?b=c"},
                 "original": {"title": "原题", "author": "原作者", "url": "https://example.com/原文"},
                 "rights": {"holder": "新华社", "statement": "转载", "licence": "https://example.com/l", "syndication": "partners"},
                 "tags": ["秋收"], "aliases": ["/2026/1.html"],
                 "images": [{"id": "06k3r8vq00001", "alt": "稻谷", "caption": "说明", "credit": "张泽青 摄"}],
                 "attachments": [{"kind": "video", "url": "https://example.com/v.mp4", "type": "video/mp4", "length": 7,
                                  "duration": "PT1M", "title": "视频", "poster": "https://example.com/p.jpg"}],
                 "flags": {"newsInformation": false, "aiGenerated": true, "minorSensitive": true}}
                """);

        assertThat(Manuscript.fromJson(manuscript.toJson())).isEqualTo(manuscript);
        assertThat(manuscript.title()).isEqualTo("梯田里的“秋收” & 𠅤😀");
        assertThat(manuscript.attachments())
                .singleElement()
                .satisfies(video -> assertThat(video.length()).isEqualTo(7));
    }

    @Test
    void bareDraftIsReadBackToo() {
        Manuscript manuscript = Drafts.manuscript("{\"section\": \"news\", \"title\": \"题\"}");

        assertThat(Manuscript.fromJson(manuscript.toJson())).isEqualTo(manuscript);
        assertThat(manuscript.kind()).isEqualTo("original");
        assertThat(manuscript.credits()).isEmpty();
        assertThat(manuscript.flags()).isEqualTo(Flags.USUAL);
    }

    @ParameterizedTest
    @CsvSource({"original, public, true", "reprint, none, false", "advertorial, public, true"})
    void onlyReprintIsNotOursToGiveAway(String kind, String syndication, boolean forEverybody) {
        Manuscript manuscript = Drafts.manuscript(
                "{\"title\": \"题\", \"kind\": \"%s\", \"rights\": {\"holder\": \"我们\"}}".formatted(kind));

        assertThat(manuscript.rights().syndication()).isEqualTo(syndication);
        assertThat(manuscript.rights().holder()).isEqualTo("我们");
        assertThat(manuscript.isForEverybody()).isEqualTo(forEverybody);
    }

    @ParameterizedTest
    @CsvSource({"original, none, false", "original, partners, false", "reprint, public, true"})
    void whatIsSaidAboutSyndicationHolds(String kind, String syndication, boolean forEverybody) {
        Manuscript manuscript =
                Drafts.manuscript("{\"title\": \"题\", \"kind\": \"%s\", \"rights\": {\"syndication\": \"%s\"}}"
                        .formatted(kind, syndication));

        assertThat(manuscript.rights().syndication()).isEqualTo(syndication);
        assertThat(manuscript.isForEverybody()).isEqualTo(forEverybody);
    }

    @Test
    void blankFieldIsAnEmptyOne() {
        Manuscript manuscript =
                Drafts.manuscript("{\"title\": \"题\", \"kicker\": \" \", \"subtitle\": \"\", \"summary\": \"　\"}");

        assertThat(manuscript.kicker()).isNull();
        assertThat(manuscript.subtitle()).isNull();
        assertThat(manuscript.summary()).isNull();
    }

    @Test
    void tagIsTakenOnceAndWithoutBlanks() {
        Manuscript manuscript = Drafts.manuscript("{\"title\": \"题\", \"tags\": [\"秋收\", \" 梯田 \", \"秋收 \"]}");

        assertThat(manuscript.tags()).containsExactly("秋收", "梯田");
    }

    @Test
    void documentOfAnEarlierDayIsReadWithItsGaps() {
        Manuscript manuscript = Manuscript.fromJson("{\"kind\": \"original\", \"title\": \"题\", \"later\": 1}");

        assertThat(manuscript.title()).isEqualTo("题");
        assertThat(manuscript.tags()).isEmpty();
        assertThat(manuscript.images()).isEmpty();
    }
}
