// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;

/** Drafts as they come over the wire. */
final class Drafts {

    private static final Jsonb JSON = JsonbBuilder.create();

    private Drafts() {}

    static ArticleDraft draft(String json) {
        return JSON.fromJson(json, ArticleDraft.class);
    }

    static Manuscript manuscript(String json) {
        ArticleDraft draft = draft(json);
        return Manuscript.of(
                draft, new Byline(draft.dateline(), draft.credits() == null ? List.of() : draft.credits()));
    }
}
