// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** In which edition of our copy the feed of a topic last changed. */
@Entity
@Table(name = "topic_edition")
class TopicEdition {

    @Id
    private String topic = "";

    private long edition;

    protected TopicEdition() {} // for Jakarta Persistence

    TopicEdition(Topic topic) {
        this.topic = topic.key();
    }

    void reach(long newEdition) {
        edition = newEdition;
    }

    Topic topic() {
        return new Topic(topic);
    }
}
