// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import org.rongmei.site.upstream.Article;

/** Articles as article-service gives them. */
final class Stories {

    private static final Jsonb JSON = JsonbBuilder.create();

    private Stories() {}

    /** The given fields besides those that every article has; quotes are single for the eye's sake. */
    static Article article(String fields) {
        String defaults = fields.contains("'page'") ? "" : "'page': 1, 'pages': 1,";
        String title = fields.contains("'title'") ? "" : "'title': '梯田里的秋收',";
        return JSON.fromJson(
                """
                {'id': '06k3r8vq00001', 'uri': 'tag:example.com,2026-03-02:06k3r8vq00001', 'url': 'x', 'kind': 'original', %s %s
                 %s 'flags': {'newsInformation': true},
                 'publishedAt': '2026-03-02T17:00:05Z', 'updatedAt': '2026-03-03T02:00:00Z'}
                """.formatted(title, defaults, fields.isBlank() ? "" : fields.strip() + ",")
                        .replace('\'', '"'),
                Article.class);
    }
}
