// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A question that anybody may ask, so many times a minute. More is answered with 429 and {@code Retry-After}. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Rationed {}
