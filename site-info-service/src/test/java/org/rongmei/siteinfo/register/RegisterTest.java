// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RegisterTest {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

    @Test
    void whatOnlyWeMaySayIsSaidByUs() {
        Register sent = Register.fromJson("""
                {"site": "other", "name": "青岚新闻网", "version": 99, "validFrom": "1999-01-01T00:00:00Z",
                 "recordedAt": "1999-01-01T00:00:00Z", "reason": "换证"}
                """);

        Register recorded = sent.recorded("sample", 3, MONDAY, TUESDAY);

        assertThat(recorded.site()).isEqualTo("sample");
        assertThat(recorded.version()).isEqualTo(3);
        assertThat(recorded.validFrom()).isEqualTo(MONDAY);
        assertThat(recorded.recordedAt()).isEqualTo(TUESDAY);
        assertThat(recorded.reason()).isNull();
    }

    @Test
    void linkThatSomebodyGaveIsReplacedByOurs() {
        Register sent = Register.fromJson("""
                {"name": "青岚新闻网", "identifiers": [
                  {"kind": "icp-record", "number": "湘ICP备20012345号-1", "url": "https://evil.example.com/"},
                  {"kind": "psb-record", "number": "湘公网安备 43080202000123号"},
                  {"kind": "news-licence", "number": "43120200001", "url": "https://evil.example.com/", "holder": "我们",
                   "categories": ["互联网站"]}]}
                """);

        Register recorded = sent.recorded("sample", 1, MONDAY, MONDAY);

        assertThat(recorded.identifiers())
                .extracting(identifier -> String.valueOf(identifier.url()))
                .containsExactly(
                        "https://beian.miit.gov.cn/",
                        "https://beian.mps.gov.cn/#/query/webSearch?code=43080202000123",
                        "null");
        assertThat(recorded.identifiers().get(2).holder()).isEqualTo("我们");
        assertThat(recorded.identifiers().get(2).categories()).containsExactly("互联网站");
    }

    @Test
    void whatNobodySaidIsAsUsual() {
        Register recorded = Register.fromJson("{\"name\": \"青岚新闻网\"}").recorded("sample", 1, MONDAY, MONDAY);

        assertThat(recorded.language()).isEqualTo("zh-CN");
        assertThat(recorded.breadcrumbPrefix()).isEqualTo("当前位置：");
        assertThat(recorded.sample()).isFalse();
        assertThat(recorded.hosts()).isEmpty();
    }

    @Test
    void whatSomebodySaidStays() {
        Register recorded = Register.fromJson(
                        "{\"name\": \"青岚\", \"language\": \"en\", \"breadcrumbPrefix\": \"您在：\", \"sample\": true}")
                .recorded("sample", 1, MONDAY, MONDAY);

        assertThat(recorded.language()).isEqualTo("en");
        assertThat(recorded.breadcrumbPrefix()).isEqualTo("您在：");
        assertThat(recorded.sample()).isTrue();
    }

    @Test
    void whatIsStoredIsReadBack() {
        Register recorded = Register.fromJson("""
                        {"name": "青岚新闻网 & 𠅤", "hosts": ["localhost"],
                         "organisations": [{"role": "sponsor", "name": "青岚县融媒体中心", "uscc": "12430800MB0000000X"}],
                         "identifiers": [{"kind": "icp-record", "number": "湘ICP备20012345号-1"}],
                         "address": {"text": "岚江路 1 号", "division": "430800", "postcode": "427000"},
                         "contacts": [{"kind": "phone", "value": "0744-1234567"}],
                         "navigation": [{"label": "首页", "kind": "page", "target": "/"}],
                         "badges": [{"text": "举报中心", "url": "https://www.12377.cn/"}]}
                        """).recorded("sample", 1, MONDAY, TUESDAY);

        assertThat(Register.fromJson(recorded.toJson())).isEqualTo(recorded);
    }
}
