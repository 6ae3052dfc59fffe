// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ClockProvider;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    static final String EXTENSION_B = "𠅤";
    static final String FAMILY = "👩‍👩‍👧";

    record Note(
            @Text(max = 3, required = true) String title,
            @Text(max = 3) @Nullable String subtitle) {}

    Refusals refusals = new Refusals();

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(title(EXTENSION_B.repeat(3))).isTrue();
        assertThat(title("三个字")).isTrue();

        assertThat(title(EXTENSION_B.repeat(4))).isFalse();
        assertThat(title("有四个字")).isFalse();

        assertThat(refusals.templates).containsOnly("{org.rongmei.text.tooLong}");
        assertThat(refusals.usualOneIsDisabled).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
    void blankIsRefusedOnlyWhereTextIsRequired(String blank) {
        assertThat(title(blank)).isFalse();
        assertThat(title(null)).isFalse();
        assertThat(subtitle(blank)).isTrue();
        assertThat(subtitle(null)).isTrue();

        assertThat(refusals.templates).containsOnly("{org.rongmei.text.required}");
    }

    @Test
    void forbiddenCharacterIsRefusedInOurUsualWords() {
        assertThat(title("a\bc")).isFalse();

        assertThat(refusals.templates).isEmpty();
        assertThat(refusals.usualOneIsDisabled).isFalse();
    }

    @Test
    void forbiddenCharacterIsRefusedWhereItStandsAloneToo() {
        assertThat(subtitle("\u000b")).isFalse();
        assertThat(subtitle(" \u001f")).isFalse();
    }

    @Test
    void whatPeopleWriteIsXml() {
        assertThat(Text.Rule.isXml("第一行\r\n\t第二行 & <b>“引号”</b>")).isTrue();
        assertThat(Text.Rule.isXml(EXTENSION_B + FAMILY + "\u00a0\u3000\ue000\ufffd"))
                .isTrue();
        assertThat(Text.Rule.isXml("")).isTrue();
    }

    @Test
    void whatXmlForbidsIsNone() {
        assertThat(Text.Rule.isXml("退格\b")).isFalse();
        assertThat(Text.Rule.isXml("\0")).isFalse();
        assertThat(Text.Rule.isXml("\u000b")).isFalse();
        assertThat(Text.Rule.isXml("\u001b[31m")).isFalse();
        assertThat(Text.Rule.isXml("\ufffe")).isFalse();
        assertThat(Text.Rule.isXml("\uffff")).isFalse();
    }

    @Test
    void halfOfPairIsNoCharacter() {
        String high = EXTENSION_B.substring(0, 1);
        String low = EXTENSION_B.substring(1);

        assertThat(Text.Rule.isXml("字" + high + "字")).isFalse();
        assertThat(Text.Rule.isXml("字" + low)).isFalse();
        assertThat(Text.Rule.isXml(low + high)).isFalse();
        assertThat(Text.Rule.isXml(high + low)).isTrue();
    }

    @Test
    void boundariesAreThoseOfTheSpecification() {
        assertThat(Stream.of(0x9, 0xA, 0xD, 0x20, 0x7F, 0x85, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF))
                .allMatch(Text.Rule::isXmlCharacter);
        assertThat(Stream.of(0, 0x8, 0xB, 0xC, 0xE, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF, 0x110000, -1))
                .noneMatch(Text.Rule::isXmlCharacter);
    }

    private boolean title(@Nullable String value) {
        return rule("title").isValid(value, refusals);
    }

    private boolean subtitle(@Nullable String value) {
        return rule("subtitle").isValid(value, refusals);
    }

    private static Text.Rule rule(String field) {
        try {
            Text.Rule rule = new Text.Rule();
            rule.initialize(Note.class.getDeclaredField(field).getAnnotation(Text.class));
            return rule;
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException("A note has no " + field, e);
        }
    }

    /** Stands in for the validator, and remembers what it was told. */
    static class Refusals implements ConstraintValidatorContext {

        final List<String> templates = new ArrayList<>();
        boolean usualOneIsDisabled;

        @Override
        public void disableDefaultConstraintViolation() {
            usualOneIsDisabled = true;
        }

        @Override
        public ConstraintViolationBuilder buildConstraintViolationWithTemplate(String template) {
            return (ConstraintViolationBuilder) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ConstraintViolationBuilder.class},
                    (self, call, how) -> {
                        templates.add(template);
                        return this;
                    });
        }

        @Override
        public String getDefaultConstraintMessageTemplate() {
            return "{org.rongmei.text.forbidden}";
        }

        @Override
        public ClockProvider getClockProvider() {
            throw new UnsupportedOperationException("Text does not depend on the time");
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException("There is nothing in here");
        }
    }
}
