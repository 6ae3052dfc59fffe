// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The registers of all sites, in all their versions. */
@ApplicationScoped
public class Registers {

    /** A version in force, and the entity tag by which a writer says to have seen it. */
    public record InForce(Register register, String etag) {}

    @Inject
    EntityManager entityManager;

    @Inject
    InstantSource clock;

    /** @throws SiteNotFound when there is none, or was none then */
    public InForce get(String site, Instant at) {
        return find(site, at).orElseThrow(() -> new SiteNotFound(site));
    }

    public InForce get(String site) {
        return get(site, clock.instant());
    }

    public Optional<InForce> find(String site, Instant at) {
        return entityManager
                .createQuery("""
                        select v from RegisterVersion v
                        where v.site = :site and v.validFrom <= :at
                        order by v.validFrom desc, v.version desc
                        """, RegisterVersion.class)
                .setParameter("site", site)
                .setParameter("at", at)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(inForce -> new InForce(inForce.register(), "\"" + inForce.version() + "-" + latest(site) + "\""));
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

    public List<Register> inForce() {
        Instant now = clock.instant();
        return entityManager
                .createQuery("select distinct v.site from RegisterVersion v order by v.site", String.class)
                .getResultStream()
                .flatMap(site -> find(site, now).stream())
                .map(InForce::register)
                .toList();
    }

    void add(RegisterVersion version) {
        entityManager.persist(version);
        entityManager.flush();
    }
}
