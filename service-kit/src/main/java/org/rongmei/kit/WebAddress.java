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
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address that pages and feeds may link to: absolute, {@code http} or {@code https} with a host (RFC 9110, section
 * 4.2), without credentials. A link of another scheme ({@code javascript:}) would run in our reader's page.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER, TYPE_USE})
@Constraint(validatedBy = WebAddress.Rule.class)
public @interface WebAddress {

    /** Whether only https will do: for what is loaded into a page that came by https. */
    boolean secure() default false;

    String message() default "{org.rongmei.webAddress.other}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Speaks for {@link WebAddress}. */
    class Rule implements ConstraintValidator<WebAddress, URI> {

        /** Characters. Old browsers and proxies take no more. */
        private static final int LONGEST = 2_000;

        private boolean secure;

        @Override
        public void initialize(WebAddress address) {
            secure = address.secure();
        }

        @Override
        public boolean isValid(@Nullable URI value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            String scheme = value.getScheme() == null ? "" : value.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || (scheme.equals("http") && !secure))
                    && value.getHost() != null
                    && value.getUserInfo() == null
                    && value.toString().length() <= LONGEST;
        }
    }
}
