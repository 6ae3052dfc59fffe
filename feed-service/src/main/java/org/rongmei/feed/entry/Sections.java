// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** The section itself and everything below it that is open. */
    public List<String> idsWithin(Section section) {
        return entityManager
                .createQuery(
                        "select s.id from Section s where s.closed = false and (s.path = :path or s.path like :below)",
                        String.class)
                .setParameter("path", section.path())
                .setParameter("below", section.path() + "/%")
                .getResultList();
    }

    /** @param closed null: as it was; a section that nobody has opened yet is closed */
    void tell(String id, SeenChange.SeenSection seen, @Nullable Boolean closed, Instant at, long generation) {
        Section section =
                Optional.ofNullable(entityManager.find(Section.class, id)).orElseGet(() -> add(id));
        String path = seen.path();
        if (!section.path().isEmpty() && !section.path().equals(path)) {
            remember(section.path(), id);
        }
        Optional.ofNullable(entityManager.find(PastPath.class, path)).ifPresent(entityManager::remove);
        section.tell(path, seen.name(), seen.position(), closed == null ? section.isClosed() : closed, at, generation);
    }

    void close(String id, Instant at, long generation) {
        Optional.ofNullable(entityManager.find(Section.class, id)).ifPresent(section -> section.close(at, generation));
    }

    void closeOlderThan(long generation, Instant at) {
        entityManager
                .createQuery("update Section s set s.closed = true, s.changedAt = :at"
                        + " where s.generation < :generation and s.closed = false")
                .setParameter("at", at)
                .setParameter("generation", generation)
                .executeUpdate();
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
