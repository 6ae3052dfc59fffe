// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The only place that asks the machine for the time. */
@ApplicationScoped
public class Clock {

    /** In microseconds, because that is what both databases keep. */
    @Produces
    @Singleton
    public InstantSource system() {
        return () -> Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
