// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which entry in the feed of which topic. */
@Embeddable
class Place implements Serializable {

    private static final long serialVersionUID = 1;

    private String topic = "";

    @Column(name = "article_id")
    private String articleId = "";

    protected Place() {} // for Jakarta Persistence

    Place(Topic topic, String articleId) {
        this.topic = topic.key();
        this.articleId = articleId;
    }

    Topic topic() {
        return new Topic(topic);
    }

    String articleId() {
        return articleId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place that && topic.equals(that.topic) && articleId.equals(that.articleId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic, articleId);
    }
}
