// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** All sections there are. The only class that knows they live in a database. */
@ApplicationScoped
public class Sections {

    @Inject
    EntityManager entityManager;

    private volatile @Nullable SectionTree latest;

    /** The tree as it is now: one small look at its version, and a new reading only when that has moved. */
    public SectionTree tree() {
        long version = entityManager.find(TreeVersion.class, TreeVersion.ONLY).value();
        @Nullable SectionTree known = latest;
        if (known != null && known.version() == version) {
            return known;
        }
        SectionTree read = read(version);
        latest = read;
        return read;
    }

    /** The tree, locked until the end of the transaction, with sections that may be changed. */
    SectionTree forChange() {
        TreeVersion version = entityManager.find(TreeVersion.class, TreeVersion.ONLY, LockModeType.PESSIMISTIC_WRITE);
        version.advance();
        return read(version.value());
    }

    /** The changed tree, before it is committed. Nobody else sees it yet, so it is not remembered. */
    SectionTree reread() {
        entityManager.flush();
        return read(entityManager.find(TreeVersion.class, TreeVersion.ONLY).value());
    }

    private SectionTree read(long version) {
        return new SectionTree(
                version,
                entityManager
                        .createQuery("select s from Section s", Section.class)
                        .getResultList());
    }

    public Section get(SectionPath path) {
        return tree().find(path).orElseThrow(() -> new SectionNotFound(path));
    }

    /**
     * Keeps the section from being deleted until the transaction ends. The foreign key alone does not: H2 lets an
     * article in while the section goes, each unseen by the other.
     *
     * @return whether it is still there
     */
    public boolean hold(Section section) {
        return entityManager.find(Section.class, section.id(), LockModeType.PESSIMISTIC_WRITE) != null;
    }

    Optional<Section> findMoved(SectionPath path) {
        return Optional.ofNullable(entityManager.find(PastPath.class, path.value()))
                .flatMap(past -> tree().find(past.sectionId()));
    }

    void add(Section section) {
        entityManager.persist(section);
        forgetPast(section.path());
    }

    void remember(SectionPath past, long sectionId) {
        Optional.ofNullable(entityManager.find(PastPath.class, past.value()))
                .ifPresentOrElse(
                        known -> known.leadTo(sectionId), () -> entityManager.persist(new PastPath(past, sectionId)));
    }

    void forgetPast(SectionPath path) {
        Optional.ofNullable(entityManager.find(PastPath.class, path.value())).ifPresent(entityManager::remove);
    }

    void remove(Section section) {
        hold(section);
        boolean inUse = !entityManager
                .createNativeQuery("select 1 from article where section_id = ?1"
                        + " union all select 1 from working_text where section_id = ?1")
                .setParameter(1, section.id())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        if (inUse) {
            throw new Problem(
                    409,
                    "section-not-empty",
                    Sentence.of("栏目 %s 还有稿件，不能删除。", "Section %s still has articles.", section.path()));
        }
        entityManager.remove(entityManager.merge(section));
    }
}
