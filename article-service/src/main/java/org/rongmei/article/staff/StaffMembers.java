// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.staff;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All who work or have worked in the newsroom. */
@ApplicationScoped
public class StaffMembers {

    @Inject
    EntityManager entityManager;

    void add(StaffMember member) {
        entityManager.persist(member);
    }

    void flush() {
        entityManager.flush();
    }

    public Optional<StaffMember> find(String login) {
        return StaffMember.isLogin(login)
                ? Optional.ofNullable(entityManager.find(StaffMember.class, login))
                : Optional.empty();
    }

    /** In the order of their logins, after the one given. */
    List<StaffMember> after(String login, int limit) {
        return entityManager
                .createQuery("select s from StaffMember s where s.login > :after order by s.login", StaffMember.class)
                .setParameter("after", login)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those of these logins that are known, by login. */
    public Map<String, StaffMember> find(Collection<String> logins) {
        if (logins.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery("select s from StaffMember s where s.login in :logins", StaffMember.class)
                .setParameter("logins", Set.copyOf(logins))
                .getResultStream()
                .collect(toMap(StaffMember::login, member -> member));
    }

    /** The real names behind these logins, where they are known. */
    public Map<String, String> names(Collection<String> logins) {
        return find(logins).values().stream().collect(toMap(StaffMember::login, StaffMember::name));
    }

    /** Of those that have one of these names: two may have the same. */
    public List<StaffMember> named(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery("select s from StaffMember s where s.name in :names order by s.login", StaffMember.class)
                .setParameter("names", Set.copyOf(names))
                .getResultList();
    }
}
