// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which feeds have changed, for the nodes that did not read the log themselves. */
@ApplicationScoped
public class Editions {

    @Inject
    EntityManager entityManager;

    /** The latest edition of our copy. */
    public long latest() {
        return Optional.ofNullable(entityManager.find(Bookmark.class, Bookmark.ONLY))
                .map(Bookmark::edition)
                .orElse(0L);
    }

    public Set<Topic> changedSince(long edition) {
        Set<Topic> topics = new HashSet<>();
        entityManager
                .createQuery("select t from TopicEdition t where t.edition > :edition", TopicEdition.class)
                .setParameter("edition", edition)
                .getResultStream()
                .map(TopicEdition::topic)
                .forEach(topics::add);
        return topics;
    }

    void touch(Set<Topic> topics, long edition) {
        topics.forEach(topic -> Optional.ofNullable(entityManager.find(TopicEdition.class, topic.key()))
                .orElseGet(() -> add(topic))
                .reach(edition));
    }

    private TopicEdition add(Topic topic) {
        TopicEdition first = new TopicEdition(topic);
        entityManager.persist(first);
        return first;
    }
}
