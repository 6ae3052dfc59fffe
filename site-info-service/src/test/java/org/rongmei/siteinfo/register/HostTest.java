// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

    @ParameterizedTest
    @CsvSource({
        "news.example.cn, news.example.cn",
        "NEWS.Example.CN, news.example.cn",
        "news.example.cn:8443, news.example.cn",
        "news.example.cn., news.example.cn",
        "新闻.中国, xn--efvy88h.xn--fiqs8s",
        "新闻。中国, xn--efvy88h.xn--fiqs8s",
        "xn--efvy88h.xn--fiqs8s, xn--efvy88h.xn--fiqs8s",
        "ｎｅｗｓ.example, news.example",
        "localhost, localhost"
    })
    void hostHasOneSpelling(String written, String normal) {
        assertThat(Host.normal(written)).contains(normal);
        assertThat(Host.normal(normal)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ".", "a..b", "a b", "a_b", "http://a", "a/b", "-", ":80", "[::1]", "\ud800", "a@b"})
    void whatIsNoHostIsNone(String written) {
        assertThat(Host.normal(written)).isEmpty();
    }

    @Test
    void longNamesAreNone() {
        assertThat(Host.normal("a".repeat(64))).isEmpty();
        assertThat(Host.normal("新".repeat(253))).isEmpty();
        assertThat(Host.normal("a.".repeat(100_000))).isEmpty();
    }
}
