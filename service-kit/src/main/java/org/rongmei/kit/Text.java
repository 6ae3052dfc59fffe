// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text that people read: bounded in code points, not blank when {@link #required}, and without the characters that
 * XML 1.0 (section 2.2) forbids, so that it can leave in a feed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER, TYPE_USE})
@Constraint(validatedBy = Text.Rule.class)
public @interface Text {

    int max();

    boolean required() default false;

    String message() default "{org.rongmei.text.forbidden}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Speaks for {@link Text}. */
    class Rule implements ConstraintValidator<Text, String> {

        private int max;
        private boolean required;

        @Override
        public void initialize(Text text) {
            max = text.max();
            required = text.required();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (required && (value == null || value.isBlank())) {
                return refuse(context, "{org.rongmei.text.required}");
            }
            if (value == null) {
                return true;
            }
            if (value.codePointCount(0, value.length()) > max) {
                return refuse(context, "{org.rongmei.text.tooLong}");
            }
            return isXml(value);
        }

        /** Whether XML 1.0 can carry this code point. A lone surrogate is one that it cannot. */
        public static boolean isXmlCharacter(int codePoint) {
            return codePoint == 0x9
                    || codePoint == 0xA
                    || codePoint == 0xD
                    || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                    || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                    || (codePoint >= 0x10000 && codePoint <= 0x10FFFF);
        }

        public static boolean isXml(String text) {
            return text.codePoints().allMatch(Rule::isXmlCharacter);
        }

        private static boolean refuse(ConstraintValidatorContext context, String template) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(template).addConstraintViolation();
            return false;
        }
    }
}
