// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.mirror;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongmei.feed.entry.Section;
import org.rongmei.feed.entry.Sections;
import org.rongmei.feed.entry.Topic;
import org.rongmei.feed.feed.Audience;
import org.rongmei.feed.partner.Contract;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** A contract in terms of our feeds: whatever is present in one of these is the partner's, if it is of the right kind. */
final class Entitlement {

    private final Contract contract;

    Entitlement(Contract contract) {
        this.contract = contract;
    }

    Contract contract() {
        return contract;
    }

    Audience audience() {
        return Audience.partners(contract.kinds(), contract.full());
    }

    /** Feeds whose entries the partner may hold. */
    Set<Topic> topics() {
        return contract.isForAllSections() ? Set.of(Topic.SITE) : topics(contract.sections());
    }

    /** Feeds whose entries the partner may hold, or might once: it hears of what becomes of these. */
    Set<Topic> everTopics() {
        return contract.wasForAllSections() ? Set.of(Topic.SITE) : topics(contract.everSections());
    }

    private static Set<Topic> topics(Set<String> sections) {
        return sections.stream().map(Topic::section).collect(Collectors.toSet());
    }

    /**
     * Lets nothing pass but sections of the contract, those that have moved there and those that are closed.
     *
     * @throws Problem 403 for another section, 404 for one that there is not
     */
    void requireSection(String path, Sections sections) {
        Optional<Section> open = sections.find(path);
        Optional<Section> meant = open.isPresent() ? open : sections.findMoved(path);
        Section section = meant.orElseThrow(
                () -> new Problem(404, "section-not-found", Sentence.of("没有栏目“%s”。", "There is no section %s.", path)));
        if (section.isClosed() || contract.isForAllSections()) {
            return;
        }
        if (sections.topicsOf(section.id()).stream().noneMatch(topics()::contains)) {
            throw new Problem(
                    403, "not-in-contract", Sentence.of("栏目“%s”不在您的合同里。", "Section %s is not in your contract.", path));
        }
    }
}
