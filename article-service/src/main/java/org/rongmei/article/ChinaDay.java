// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is where the newsroom is. */
@ApplicationScoped
public class ChinaDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    InstantSource clock;

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
