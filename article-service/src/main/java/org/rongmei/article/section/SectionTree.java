// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** All sections as they were at one version of the tree. A value: it never changes, and it is safe to share. */
public final class SectionTree {

    /** One step from the front page down to an article. */
    public record Crumb(String id, String path, String name) {}

    private static final Comparator<Section> BY_POSITION = Comparator.comparingInt(Section::position)
            .thenComparing(Section::name)
            .thenComparingLong(Section::id);

    private final long version;
    private final Map<Long, Section> byId = new HashMap<>();
    private final Map<SectionPath, Section> byPath = new TreeMap<>();
    private final Map<Long, List<Section>> children = new HashMap<>();
    private final List<Section> roots = new ArrayList<>();

    SectionTree(long version, Collection<Section> sections) {
        this.version = version;
        for (Section section : sections) {
            byId.put(section.id(), section);
            byPath.put(section.path(), section);
            section.parentId()
                    .map(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>()))
                    .orElse(roots)
                    .add(section);
        }
        roots.sort(BY_POSITION);
        children.values().forEach(siblings -> siblings.sort(BY_POSITION));
    }

    public long version() {
        return version;
    }

    public Optional<Section> find(SectionPath path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** @throws Problem 400 naming the query parameter {@code section}, when there is none at this path */
    public Section require(String path) {
        return find(new SectionPath(path))
                .orElseThrow(
                        () -> Problem.badRequest("section", Sentence.of("没有栏目 %s。", "There is no section %s.", path)));
    }

    public Optional<Section> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Parents before their children, siblings in their order. */
    public List<Section> inOrder() {
        List<Section> ordered = new ArrayList<>();
        roots.forEach(root -> addWithDescendants(root, ordered));
        return ordered;
    }

    int size() {
        return byId.size();
    }

    /** The section itself, then everything below it. */
    public List<Section> withDescendants(Section section) {
        List<Section> found = new ArrayList<>();
        addWithDescendants(section, found);
        return found;
    }

    private void addWithDescendants(Section section, List<Section> found) {
        found.add(section);
        children.getOrDefault(section.id(), List.of()).forEach(child -> addWithDescendants(child, found));
    }

    /** Whether articles of this section are in lists: it is not hidden, and nothing above it is. */
    public boolean isListed(Section section) {
        @Nullable Section at = section;
        while (at != null) {
            if (at.isHidden()) {
                return false;
            }
            at = at.parentId().map(byId::get).orElse(null);
        }
        return true;
    }

    public Set<Long> unlisted() {
        return byId.values().stream()
                .filter(section -> !isListed(section))
                .map(Section::id)
                .collect(Collectors.toSet());
    }

    public List<Long> listed() {
        return inOrder().stream().filter(this::isListed).map(Section::id).toList();
    }

    public List<Crumb> breadcrumb(long sectionId) {
        List<Crumb> crumbs = new ArrayList<>();
        @Nullable Section at = byId.get(sectionId);
        while (at != null) {
            crumbs.add(0, new Crumb(SortedId.format(at.id()), at.path().value(), at.name()));
            at = at.parentId().map(byId::get).orElse(null);
        }
        return crumbs;
    }
}
