// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** A draft that the rules allow, with the ids of its sections: these stay when a section moves. */
record Agreement(
        String name,
        @Nullable String contact,
        Set<String> sections,
        Set<String> kinds,
        String syndication,
        Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Quota quota) {

    private record Complaint(String field, Sentence sentence) {}

    private static final Set<String> KINDS = Set.of("original", "reprint");
    private static final Set<String> LEVELS = Set.of("public", "partners");
    private static final int MOST_SECTIONS = 200;

    /**
     * @param sectionAt the id of the open section with that path
     * @throws Problem 422 with every field that breaks a rule
     */
    static Agreement of(PartnerDraft draft, Instant now, Function<String, Optional<String>> sectionAt) {
        List<Complaint> complaints = new ArrayList<>();
        Set<String> sections = sections(listed(draft.sections()), sectionAt, complaints);
        List<@Nullable String> kinds = listed(draft.kinds());
        if (kinds.isEmpty() || !KINDS.containsAll(kinds)) {
            complaints.add(new Complaint(
                    "kinds",
                    Sentence.of(
                            "kinds 是 original（原创）、reprint（转载）或两者；广告不供稿。",
                            "kinds is original, reprint or both; advertorials are not syndicated.")));
        }
        if (draft.syndication() == null || !LEVELS.contains(draft.syndication())) {
            complaints.add(new Complaint(
                    "syndication",
                    Sentence.of("syndication 是 public 或 partners。", "syndication is public or partners.")));
        }
        Instant from = draft.validFrom() == null ? now : draft.validFrom();
        if (draft.validTo() != null && !draft.validTo().isAfter(from)) {
            complaints.add(
                    new Complaint("validTo", Sentence.of("合同要在开始之后才能结束。", "A contract ends after it has begun.")));
        }
        if (draft.quota() != null && !draft.quota().isPossible()) {
            complaints.add(new Complaint(
                    "quota",
                    Sentence.of(
                            "quota 是每 hour 或每 day 的 requests，1 到 10000000。",
                            "quota is requests per hour or per day, 1 to 10000000.")));
        }
        refuse(complaints);
        return new Agreement(
                Objects.requireNonNull(draft.name()),
                draft.contact(),
                sections,
                new TreeSet<>(kinds.stream().map(Objects::requireNonNull).toList()),
                Objects.requireNonNull(draft.syndication()),
                from,
                draft.validTo(),
                draft.quota());
    }

    private static Set<String> sections(
            List<@Nullable String> paths, Function<String, Optional<String>> sectionAt, List<Complaint> complaints) {
        if (paths.isEmpty() || paths.size() > MOST_SECTIONS) {
            complaints.add(new Complaint(
                    "sections",
                    Sentence.of(
                            "sections 是 1 到 200 个栏目路径，全部栏目写 [\"*\"]。",
                            "sections is 1 to 200 paths of sections; all of them is [\"*\"].")));
            return Set.of();
        }
        if (paths.equals(List.of(ContractSection.ALL))) {
            return Set.of(ContractSection.ALL);
        }
        Set<String> ids = new LinkedHashSet<>();
        for (int at = 0; at < paths.size(); at++) {
            @Nullable String path = paths.get(at);
            Optional<String> id = path == null ? Optional.empty() : sectionAt.apply(path);
            if (id.isEmpty()) {
                complaints.add(new Complaint(
                        "sections[" + at + "]",
                        Sentence.of("没有栏目“%s”，或者它已关闭。", "There is no open section %s.", String.valueOf(path))));
            }
            id.ifPresent(ids::add);
        }
        return ids;
    }

    private static void refuse(List<Complaint> complaints) {
        if (complaints.isEmpty()) {
            return;
        }
        Problem problem = new Problem(422, "invalid", complaints.get(0).sentence());
        complaints.forEach(complaint -> problem.about(complaint.field(), complaint.sentence()));
        throw problem;
    }

    private static List<@Nullable String> listed(@Nullable List<@Nullable String> list) {
        return list == null ? List.of() : list;
    }
}
