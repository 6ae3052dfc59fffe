// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.SiteInfoSettings;

/** What an administrator can do with a register: add a version. */
@ApplicationScoped
@Transactional
class Registry {

    private static final int DEEPEST = 20;

    @Inject
    Registers registers;

    @Inject
    Standing standing;

    @Inject
    Event<RegisterRecorded> news;

    @Inject
    Checked checked;

    @Inject
    InstantSource clock;

    @Inject
    SiteInfoSettings settings;

    /** @return the new version, which may be one for the future */
    public Register record(String site, @Nullable String ifMatch, Register register, String login) {
        Instant now = clock.instant();
        Optional<InForce> inForce = registers.find(site);
        if (inForce.isPresent()) {
            Conditional.requireMatch(ifMatch, inForce.get().etag());
        }
        if (!site.matches("[a-z0-9]+(-[a-z0-9]+)*") || site.length() > 64) {
            throw Problem.unprocessable(
                    "site",
                    Sentence.of("站点名由小写字母、数字和连字符组成。", "A site's name has lower case letters, digits and hyphens."));
        }
        checked.valid(register);
        RegisterRules.require(register);
        requireEarnest(site, register);
        requireHostsOfItsOwn(site, register);
        Instant validFrom =
                register.validFrom() == null ? now : register.validFrom().truncatedTo(ChronoUnit.MICROS);
        Register recorded = register.recorded(site, registers.latest(site) + 1, validFrom, now);
        try {
            registers.add(new RegisterVersion(recorded, login, register.reason()));
        } catch (PersistenceException e) {
            throw isTaken(e) ? new Problem(412, "stale", Sentence.of("刚刚有人改过。", "Somebody was quicker.")) : e;
        }
        news.fire(new RegisterRecorded(site));
        return recorded;
    }

    /** SQL states of class 23: a version of that number was recorded between our look and our insert. */
    private static boolean isTaken(PersistenceException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause instanceof SQLException refused
                        && String.valueOf(refused.getSQLState()).startsWith("23"));
    }

    /** A register of invented facts must not be shown to the world as if they were true. */
    private void requireEarnest(String site, Register register) {
        if (register.sample() && settings.site().filter(site::equals).isPresent() && !settings.isLoopbackOnly()) {
            throw new Problem(
                    409,
                    "sample-register",
                    Sentence.of("对外服务的站点不能使用示例登记信息。", "A site that others can reach cannot use a sample register."));
        }
    }

    /** {@code by-host} must have one answer. */
    private void requireHostsOfItsOwn(String site, Register register) {
        Problem problem = new Problem(
                409, "host-taken", Sentence.of("有主机名已属于另一个站点。", "A host answers for another site already."));
        boolean taken = false;
        for (int index = 0; index < register.hosts().size(); index++) {
            Optional<String> owner = Host.normal(register.hosts().get(index))
                    .flatMap(standing::byHost)
                    .map(inForce -> String.valueOf(inForce.register().site()))
                    .filter(other -> !other.equals(site));
            if (owner.isPresent()) {
                taken = true;
                problem.about("hosts[" + index + "]", Sentence.of("已属于站点 %s。", "It answers for site %s.", owner.get()));
            }
        }
        if (taken) {
            throw problem;
        }
    }
}
