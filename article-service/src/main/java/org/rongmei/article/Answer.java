// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;

/** A page of a list as it goes out, with its tag and the way to the next one. */
public final class Answer {

    private Answer() {}

    /** @param next the path of the next page, null on the last one */
    public static Response.ResponseBuilder page(HttpHeaders headers, Object page, @Nullable String next) {
        return Conditional.unlessKnown(headers, Conditional.etag(page.toString()), () -> page)
                .header("Link", next == null ? null : "<" + next + ">; rel=\"next\"");
    }
}
