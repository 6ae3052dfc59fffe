// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All sections that we have heard of. */
@ApplicationScoped
public class Sections {

    @Inject
    EntityManager entityManager;

    public Optional<Section> find(String path) {
        List<Section> found = entityManager
                .createQuery("select s from Section s where s.path = :path", Section.class)
                .setParameter("path", path)
                .getResultList();
        // A new section may have moved in where one was closed.
        return found.stream().min(Comparator.comparing(Section::isClosed).thenComparing(Section::id));
    }

    public Optional<Section> findById(String id) {
        return Optional.ofNullable(entityManager.find(Section.class, id));
    }

    public Optional<Section> findMoved(String path) {
        return Optional.ofNullable(entityManager.find(PastPath.class, path))
                .map(past -> entityManager.find(Section.class, past.sectionId()));
    }

    /** Those that are open, in the order of their paths: parents before their children. */
    public List<Section> open() {
        return entityManager
                .createQuery("select s from Section s where s.closed = false order by s.path", Section.class)
                .getResultList();
    }

    /** The feeds that this section's entries are in: its own and those of the open sections above. None if it is closed. */
    public Set<Topic> topicsOf(String id) {
        Section section = entityManager.find(Section.class, id);
        if (section == null || section.isClosed()) {
            return Set.of();
        }
        List<String> paths = new ArrayList<>();
        for (int slash = section.path().indexOf('/');
                slash > 0;
                slash = section.path().indexOf('/', slash + 1)) {
            paths.add(section.path().substring(0, slash));
        }
        Set<Topic> topics = new HashSet<>(Set.of(Topic.section(id)));
        if (!paths.isEmpty()) {
            entityManager
                    .createQuery("select s.id from Section s where s.closed = false and s.path in :paths", String.class)
                    .setParameter("paths", paths)
                    .getResultList()
                    .forEach(above -> topics.add(Topic.section(above)));
        }
        return topics;
    }

    /** The section itself and everything at or below its path, open or not. */
    List<String> idsWithin(String id) {
        return Optional.ofNullable(entityManager.find(Section.class, id))
                .map(section -> entityManager
                        .createQuery(
                                "select s.id from Section s where s.id = :id or s.path like :below order by s.path, s.id",
                                String.class)
                        .setParameter("id", id)
                        .setParameter("below", section.path() + "/%")
                        .getResultList())
                .orElse(List.of());
    }

    /**
     * @param closed null: as it was; a section that nobody has opened yet is closed
     * @return whether its entries are in other feeds now
     */
    boolean tell(String id, SeenChange.SeenSection seen, @Nullable Boolean closed, Instant at, long generation) {
        Section section =
                Optional.ofNullable(entityManager.find(Section.class, id)).orElseGet(() -> add(id));
        String path = seen.path();
        if (!section.path().isEmpty() && !section.path().equals(path)) {
            remember(section.path(), id);
        }
        Optional.ofNullable(entityManager.find(PastPath.class, path)).ifPresent(entityManager::remove);
        boolean nowClosed = closed == null ? section.isClosed() : closed;
        boolean moved = nowClosed != section.isClosed() || !section.path().equals(path);
        section.tell(path, seen.name(), seen.position(), nowClosed, at, generation);
        return moved;
    }

    /** Returns whether it was open. */
    boolean close(String id, Instant at, long generation) {
        Section section = entityManager.find(Section.class, id);
        boolean wasOpen = section != null && !section.isClosed();
        if (section != null) {
            section.close(at, generation);
        }
        return wasOpen;
    }

    /** Those that are open although a reading of the whole log did not mention them. */
    List<Section> olderThan(long generation) {
        return entityManager
                .createQuery(
                        "select s from Section s where s.generation < :generation and s.closed = false order by s.id",
                        Section.class)
                .setParameter("generation", generation)
                .getResultList();
    }

    private Section add(String id) {
        Section section = new Section(id);
        entityManager.persist(section);
        return section;
    }

    private void remember(String past, String sectionId) {
        PastPath known = entityManager.find(PastPath.class, past);
        if (known == null) {
            entityManager.persist(new PastPath(past).leadTo(sectionId));
        } else {
            known.leadTo(sectionId);
        }
    }
}
