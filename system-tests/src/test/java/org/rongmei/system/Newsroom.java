// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.function.Consumer;
import org.rongmei.test.Http;

/** What several trials do with article-service. */
final class Newsroom {

    private static final String BASE = "/content";

    private Newsroom() {}

    /** Every item of a list, page by page. */
    static void walk(Http content, String first, Consumer<JsonObject> each) {
        String next = first;
        while (next != null) {
            JsonObject page = content.get(next).json();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(each);
            next = page.get("next") instanceof JsonString path
                    ? path.getString().substring(BASE.length())
                    : null;
        }
    }

    /** @return the path below the service of what was created */
    static String created(Http.Answer answer) {
        return answer.header("Location").substring(BASE.length());
    }
}
