// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.entry.SeenChanges;

/** article-service's change log. */
@Path("/changes")
@RegisterRestClient(configKey = "article-service")
public interface ChangesClient {

    @GET
    SeenChanges after(
            @HeaderParam("Authorization") @Nullable String credentials,
            @QueryParam("after") long sequence,
            @QueryParam("limit") int limit);
}
