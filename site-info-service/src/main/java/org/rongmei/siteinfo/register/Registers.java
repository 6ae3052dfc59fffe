// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registers of all sites, in all their versions. */
@ApplicationScoped
public class Registers {

    /** Not the present: another node's clock may be a little ahead of ours. */
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    @Inject
    EntityManager entityManager;

    @Inject
    InstantSource clock;

    /**
     * What a site said of itself at a moment, with what was recorded by then: what readers saw. Of times before anything
     * was recorded, what has been said of them since.
     *
     * @param known only what was recorded by this moment counts, if it is given
     * @throws SiteNotFound when there was none
     */
    public InForce get(String site, Instant at, @Nullable Instant known) {
        Optional<RegisterVersion> version =
                known == null ? find(site, at, at).or(() -> find(site, at, EVER)) : find(site, at, known);
        return version.map(found -> InForce.of(found.register(), latest(site)))
                .orElseThrow(() -> new SiteNotFound(site));
    }

    /** What is in force now, from the database itself: for whoever is about to write. */
    Optional<InForce> find(String site) {
        return find(site, clock.instant(), EVER).map(found -> InForce.of(found.register(), latest(site)));
    }

    private Optional<RegisterVersion> find(String site, Instant at, Instant known) {
        return entityManager
                .createQuery("""
                        select v from RegisterVersion v
                        where v.site = :site and v.validFrom <= :at and v.recordedAt <= :known
                        order by v.validFrom desc, v.version desc
                        """, RegisterVersion.class)
                .setParameter("site", site)
                .setParameter("at", at)
                .setParameter("known", known)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Register get(String site, int version) {
        return entityManager
                .createQuery(
                        "select v from RegisterVersion v where v.site = :site and v.version = :version",
                        RegisterVersion.class)
                .setParameter("site", site)
                .setParameter("version", version)
                .getSingleResult()
                .register();
    }

    /** Of all versions of all sites: as long as this is the same, nobody has recorded anything. */
    long count() {
        return entityManager
                .createQuery("select count(v.version) from RegisterVersion v", Number.class)
                .getSingleResult()
                .longValue();
    }

    List<Timeline.Step> steps() {
        return entityManager
                .createQuery("select v.site, v.version, v.validFrom from RegisterVersion v", Object[].class)
                .getResultStream()
                .map(row -> new Timeline.Step((String) row[0], ((Number) row[1]).intValue(), (Instant) row[2]))
                .toList();
    }
    /** 0 when there is none. A version that is yet to come counts: whoever writes must have known of it. */
    int latest(String site) {
        return entityManager
                .createQuery(
                        "select coalesce(max(v.version), 0) from RegisterVersion v where v.site = :site", Number.class)
                .setParameter("site", site)
                .getSingleResult()
                .intValue();
    }

    List<VersionView> versions(String site) {
        return entityManager
                .createQuery(
                        "select v from RegisterVersion v where v.site = :site order by v.version desc",
                        RegisterVersion.class)
                .setParameter("site", site)
                .getResultStream()
                .map(RegisterVersion::view)
                .toList();
    }

    void add(RegisterVersion version) {
        entityManager.persist(version);
        entityManager.flush();
    }
}
