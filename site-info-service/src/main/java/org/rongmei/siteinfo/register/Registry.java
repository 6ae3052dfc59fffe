// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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

    @Inject
    Registers registers;

    @Inject
    Checked checked;

    @Inject
    InstantSource clock;

    @Inject
    SiteInfoSettings settings;

    /** @return the new version, which may be one for the future */
    public Register record(String site, @Nullable String ifMatch, Register register, String login) {
        Instant now = clock.instant();
        Optional<Registers.InForce> inForce = registers.find(site, now);
        if (inForce.isPresent()) {
            Conditional.requireMatch(ifMatch, inForce.get().etag());
        }
        if (!site.matches("[a-z0-9]+(-[a-z0-9]+)*") || site.length() > 64) {
            throw Problem.unprocessable(
                    "site",
                    Sentence.of("站点名由小写字母、数字和连字符组成。", "A site's name has lower case letters, digits and hyphens."));
        }
        checked.valid(register);
        requireEarnest(site, register);
        Instant validFrom = register.validFrom() == null ? now : register.validFrom();
        Register recorded = register.recorded(site, registers.latest(site) + 1, validFrom, now);
        try {
            registers.add(new RegisterVersion(recorded, login, register.reason()));
        } catch (PersistenceException e) {
            throw new Problem(412, "stale", Sentence.of("刚刚有人改过。", "Somebody was quicker."));
        }
        return recorded;
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
}
