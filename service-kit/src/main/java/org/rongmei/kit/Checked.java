// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges bodies by their Bean Validation constraints, when the use case says so: after the preconditions. */
@ApplicationScoped
public class Checked {

    @Inject
    ValidatorFactory factory;

    /**
     * Returns the body itself.
     *
     * @throws Problem 422 with every field that breaks a rule
     */
    public <T> T valid(T body) {
        Validator validator = factory.getValidator();
        Set<ConstraintViolation<T>> violations = validator.validate(body);
        if (!violations.isEmpty()) {
            throw problem(violations);
        }
        return body;
    }

    private Problem problem(Set<? extends ConstraintViolation<?>> violations) {
        List<? extends ConstraintViolation<?>> ordered = violations.stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .toList();
        Problem problem = new Problem(
                422, "invalid", Sentence.of("有 %d 个字段不合规则。", "Fields that break a rule: %d.", ordered.size()));
        ordered.forEach(violation -> problem.about(
                field(violation.getPropertyPath()),
                new Sentence(inLanguage(violation, Locale.SIMPLIFIED_CHINESE), inLanguage(violation, Locale.ENGLISH))));
        return problem;
    }

    /** As a client writes it: {@code tags[0]}, where the validator says {@code tags[0].<list element>}. */
    private static String field(Path path) {
        return path.toString().replace(".<list element>", "");
    }

    private String inLanguage(ConstraintViolation<?> violation, Locale language) {
        MessageInterpolator interpolator = factory.getMessageInterpolator();
        return interpolator.interpolate(violation.getMessageTemplate(), new Context(violation), language);
    }

    private record Context(ConstraintViolation<?> violation) implements MessageInterpolator.Context {

        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return violation.getInvalidValue();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new ValidationException("There is nothing in here of " + type);
        }
    }
}
