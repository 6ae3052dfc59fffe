// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.Severity;
import org.rongmei.siteinfo.SiteInfoSettings;
import org.rongmei.siteinfo.register.Register;
import org.rongmei.siteinfo.register.Standing;

/** What is to be said of the registers now, for whoever asks, subscribes or measures. */
@ApplicationScoped
class Compliance {

    @Inject
    Standing standing;

    @Inject
    SiteInfoSettings settings;

    @Inject
    InstantSource clock;

    /** @throws org.rongmei.siteinfo.register.SiteNotFound when there is no such site */
    List<Finding> findings(String site) {
        return RegisterCheck.of(standing.get(site).register(), clock.instant());
    }

    /** The alerts whose day has come, the latest first, and after them what else is found, since the register says so. */
    List<Notice> notices(String site, Locale language) {
        Register register = standing.get(site).register();
        Instant now = clock.instant();
        Instant since = Optional.ofNullable(register.recordedAt()).orElse(now);
        Stream<Notice> alerts = Expiry.in(register)
                .flatMap(Expiry::news)
                .filter(alert -> !now.isBefore(alert.at()))
                .sorted(Comparator.comparing(Expiry.Alert::at).reversed())
                .flatMap(alert -> Notice.of(site, alert, language).stream());
        Stream<Notice> findings =
                RegisterCheck.lasting(register, now).map(finding -> Notice.of(site, finding, since, language));
        return Stream.concat(alerts, findings).toList();
    }

    byte[] feed(String site, Locale language) {
        return ComplianceRss.write(standing.get(site).register(), address(site), notices(site, language), language);
    }

    byte[] calendar(String site, Locale language) {
        return ComplianceCalendar.write(standing.get(site).register(), address(site), language);
    }

    long count(String site, Severity severity) {
        return findings(site).stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Of each kind what ends first. */
    Map<String, Double> daysLeft(String site) {
        Instant now = clock.instant();
        return Expiry.in(standing.get(site).register())
                .collect(Collectors.toMap(
                        Expiry::kind, expiry -> (double) expiry.daysLeft(now), Math::min, TreeMap::new));
    }

    private String address(String site) {
        return settings.siteUrl() + "/site-info/sites/" + site + "/compliance";
    }
}
