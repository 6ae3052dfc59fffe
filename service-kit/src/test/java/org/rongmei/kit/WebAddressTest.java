// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    record Link(
            @WebAddress @Nullable URI page,
            @WebAddress(secure = true) @Nullable URI film) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example",
                "HTTPS://news.example/a?b=c#d",
                "https://news.example:8443/%E7%A8%BF",
                "https://[2001:db8::1]/"
            })
    void addressByHttpsIsOneEverywhere(String address) {
        assertThat(rule("page").isValid(URI.create(address), null)).isTrue();
        assertThat(rule("film").isValid(URI.create(address), null)).isTrue();
    }

    @Test
    void addressByHttpIsLinkedToButNotLoaded() {
        assertThat(rule("page").isValid(URI.create("http://old.example/1.html"), null))
                .isTrue();
        assertThat(rule("film").isValid(URI.create("http://old.example/1.mp4"), null))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "/relative",
                "//news.example/",
                "https:/one-slash",
                "https://me:secret@news.example/",
                "ftp://news.example/",
                "mailto:desk@news.example",
                ""
            })
    void whatAPageMayNotLinkToIsNone(String address) {
        assertThat(rule("page").isValid(URI.create(address), null)).isFalse();
    }

    @Test
    void lengthIsBounded() {
        String longest = "https://news.example/" + "a".repeat(2_000 - 21);

        assertThat(rule("page").isValid(URI.create(longest), null)).isTrue();
        assertThat(rule("page").isValid(URI.create(longest + "a"), null)).isFalse();
    }

    @Test
    void nothingIsAllowed() {
        assertThat(rule("page").isValid(null, null)).isTrue();
    }

    private static WebAddress.Rule rule(String field) {
        try {
            WebAddress.Rule rule = new WebAddress.Rule();
            rule.initialize(Link.class.getDeclaredField(field).getAnnotation(WebAddress.class));
            return rule;
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException("A link has no " + field, e);
        }
    }
}
