// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * A body that is JSON's {@code null} breaks the {@code @NotNull} of a resource's parameter, the only constraint that is
 * judged there. The container has an answer of its own for that, which names our classes.
 */
@Provider
@ApplicationScoped
public class NoBody implements ExceptionMapper<ConstraintViolationException> {

    @Inject
    Problems problems;

    @Override
    public Response toResponse(ConstraintViolationException thrown) {
        return problems.toResponse(Problems.malformed());
    }
}
