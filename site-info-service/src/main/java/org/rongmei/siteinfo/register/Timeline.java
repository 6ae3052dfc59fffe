// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which version of each site is in force at a moment, and when that changes next. */
record Timeline(Map<String, Step> inForce, Map<String, Integer> latestVersions, Instant nextChange) {

    /** From when on a version is valid. */
    record Step(String site, int version, Instant validFrom) {

        /** Of two that are valid, the one that is valid since later counts; since the same time, the one recorded later. */
        private boolean overrides(Step other) {
            int later = validFrom.compareTo(other.validFrom);
            return later > 0 || (later == 0 && version > other.version);
        }
    }

    static Timeline of(List<Step> steps, Instant now) {
        Map<String, Step> inForce = new HashMap<>();
        Map<String, Integer> latest = new HashMap<>();
        Instant nextChange = Instant.MAX;
        for (Step step : steps) {
            latest.merge(step.site(), step.version(), Math::max);
            if (step.validFrom().isAfter(now)) {
                nextChange = step.validFrom().isBefore(nextChange) ? step.validFrom() : nextChange;
            } else {
                inForce.merge(step.site(), step, (one, other) -> other.overrides(one) ? other : one);
            }
        }
        return new Timeline(inForce, latest, nextChange);
    }

    int latest(String site) {
        return latestVersions.getOrDefault(site, 0);
    }
}
