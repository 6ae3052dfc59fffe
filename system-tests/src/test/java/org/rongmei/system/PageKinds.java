// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rongmei.test.Http;

/** One address of each kind of page that the site has, in the sample newsroom. */
final class PageKinds {

    private PageKinds() {}

    /** By what they are called. */
    static Map<String, String> of(Suite suite) {
        Slice slice = new Slice(suite, "kinds");
        slice.openSection("空栏目");
        String gone = slice.publish("撤下的一篇");
        slice.withdraw(gone);
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("home", "/");
        kinds.put("section", "/news/");
        kinds.put("empty section", "/kinds/");
        kinds.put("tag", "/tags/" + encoded("秋收") + "/");
        kinds.put("author", "/authors/" + encoded("田穗") + "/");
        kinds.put("search", "/search?q=" + encoded("苹果"));
        kinds.put("search without words", "/search");
        kinds.put("search in vain", "/search?q=" + encoded("犀牛"));
        kinds.put("subscribe", "/subscribe/");
        kinds.put("not found", "/nowhere");
        kinds.put("gone", gone);
        for (Map.Entry<String, String> article : Map.of(
                        "article", "鹤坪最后一批苹果下树",
                        "advertorial", "碾米",
                        "reprint", "河长",
                        "recording", "岚江号子")
                .entrySet()) {
            article(suite, article.getValue()).ifPresent(id -> kinds.put(article.getKey(), "/articles/" + id));
        }
        // In a section that no list shows.
        kinds.put("static page", suite.site().get("/about").header("Location").replace(suite.siteUrl(), ""));
        assertThat(kinds).containsKeys("article", "advertorial", "reprint", "recording");
        return kinds;
    }

    private static Optional<String> article(Suite suite, String words) {
        Http.Answer found = suite.content().get("/articles?limit=100");
        return found.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(item -> item.getString("title").contains(words))
                .map(item -> item.getString("id"))
                .findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
