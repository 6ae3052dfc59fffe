// SPDX-License-Identifier: Apache-2.0
package org.rongmei.planted;

import java.time.Instant;

class ReadsTheWallClock {
    Instant now() {
        return Instant.now();
    }
}
