// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.rongmei.kit.OneAtATime;
import org.rongmei.siteinfo.Severity;
import org.rongmei.siteinfo.register.Standing;

/**
 * The findings on the registers as metrics: {@code siteinfo_compliance_findings{site,severity}}, and
 * {@code siteinfo_expiry_days{site,kind}}, the days that are left of what ends first of its kind; negative when it is over.
 * A site that another node records is measured a minute later.
 */
@ApplicationScoped
class ComplianceGauges {

    private static final System.Logger LOG = System.getLogger(ComplianceGauges.class.getName());
    private static final int SECONDS_BETWEEN_LOOKS = 60;

    private static final Metadata FINDINGS = Metadata.builder()
            .withName("siteinfo_compliance_findings")
            .withDescription("Findings on a site's register, by their severity")
            .build();
    private static final Metadata DAYS = Metadata.builder()
            .withName("siteinfo_expiry_days")
            .withDescription("Days until what ends first of its kind, a licence or a badge, is no longer valid")
            .withUnit("days")
            .build();

    @Inject
    MetricRegistry metrics;

    @Inject
    Standing standing;

    @Inject
    Compliance compliance;

    @Resource
    ManagedScheduledExecutorService executor;

    private final OneAtATime looking = new OneAtATime(this::look);

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        executor.scheduleWithFixedDelay(looking, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            standing.all()
                    .forEach(
                            inForce -> measure(String.valueOf(inForce.register().site())));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The registers cannot be measured, and are looked at again and again: " + e);
        }
    }

    /** A gauge that is known already stays the one it is. */
    private void measure(String site) {
        Tag ofSite = new Tag("site", site);
        Arrays.stream(Severity.values())
                .forEach(severity -> metrics.gauge(
                        FINDINGS,
                        () -> compliance.count(site, severity),
                        ofSite,
                        new Tag("severity", severity.toString())));
        compliance
                .daysLeft(site)
                .keySet()
                .forEach(kind -> metrics.gauge(
                        DAYS,
                        () -> compliance.daysLeft(site).getOrDefault(kind, Double.NaN),
                        ofSite,
                        new Tag("kind", kind)));
    }
}
