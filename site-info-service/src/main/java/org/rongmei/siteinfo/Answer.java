// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.rongmei.kit.Conditional;

/** What a GET is answered with: what was asked for, or that the client has it already. */
public final class Answer {

    private Answer() {}

    /** @param content made only for who does not have it */
    public static Response.ResponseBuilder unlessKnown(HttpHeaders headers, String etag, Supplier<?> content) {
        Response.ResponseBuilder response =
                Conditional.isUnmodified(headers, etag) ? Response.notModified() : Response.ok(content.get());
        return response.header(HttpHeaders.ETAG, etag);
    }
}
