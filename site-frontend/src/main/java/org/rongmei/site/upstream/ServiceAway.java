// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import java.net.URI;

/** A service does not answer, and there is nothing to show instead. */
public class ServiceAway extends RuntimeException {

    ServiceAway(URI address, Exception cause) {
        super(address + " does not answer", cause);
    }
}
