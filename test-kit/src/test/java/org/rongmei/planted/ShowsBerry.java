// SPDX-License-Identifier: Apache-2.0
package org.rongmei.planted;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/berry")
@Transactional
class ShowsBerry {
    @GET
    public Berry get() {
        return new Berry();
    }
}
