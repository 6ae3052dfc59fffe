// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that creates: sent again with the same {@code Idempotency-Key} and body, it gives the first answer again
 * instead of creating twice. With another body it is refused (422). Without the header nothing changes.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
