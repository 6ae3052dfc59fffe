// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.rongmei.feed.entry.Section;
import org.rongmei.feed.entry.Sections;
import org.rongmei.feed.entry.Topic;
import org.rongmei.feed.follow.Masthead;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Finds out what is at an address. */
@ApplicationScoped
public class Nameplates {

    @Inject
    Sections sections;

    /**
     * @throws FeedElsewhere 301 where a section has been before
     * @throws Problem 404 for what there is no feed of, 410 for a closed section
     */
    Nameplate get(FeedAddress address, Masthead masthead) {
        String name = address.name();
        return switch (address.subject()) {
            case SITE -> new Nameplate(Topic.SITE, "site:" + masthead.site(), masthead.name(), Instant.EPOCH);
            case SECTION -> ofSection(address, masthead);
            case TAG -> named(Topic.tag(name), name, masthead);
            case AUTHOR -> named(Topic.author(name), name, masthead);
        };
    }

    private static Nameplate named(Topic topic, String name, Masthead masthead) {
        return new Nameplate(topic, topic.key(), masthead.name() + "·" + name, Instant.EPOCH);
    }

    private Nameplate ofSection(FeedAddress address, Masthead masthead) {
        Optional<Section> found = sections.find(address.name());
        if (found.isEmpty()) {
            throw sections.findMoved(address.name())
                    .<Problem>map(section ->
                            section.isClosed() ? closed() : FeedElsewhere.moved(address.named(section.path())))
                    .orElseGet(Nameplates::notFound);
        }
        Section section = found.get();
        if (section.isClosed()) {
            throw closed();
        }
        Topic topic = Topic.section(section.id());
        return new Nameplate(topic, topic.key(), masthead.name() + "·" + section.name(), section.changedAt());
    }

    static Problem notFound() {
        return new Problem(404, "feed-not-found", Sentence.of("没有这个订阅源。", "There is no such feed."));
    }

    private static Problem closed() {
        return new Problem(410, "section-closed", Sentence.of("这个栏目已经关闭。", "This section is closed."));
    }
}
