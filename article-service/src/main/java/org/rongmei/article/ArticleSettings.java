// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an administrator can set for this service. Listed in liberty-config/README.md. */
@ApplicationScoped
public class ArticleSettings {

    private static final int SHORTEST_RETENTION = 60;

    @Inject
    @ConfigProperty(name = "rongmei.site.url", defaultValue = "http://localhost:9080")
    String siteUrl;

    @Inject
    @ConfigProperty(name = "rongmei.uri.authority")
    Optional<String> uriAuthority;

    @Inject
    @ConfigProperty(name = "rongmei.article.bell.interval", defaultValue = "500")
    long bellInterval;

    @Inject
    @ConfigProperty(name = "rongmei.article.heartbeat", defaultValue = "15")
    long heartbeat;

    @Inject
    @ConfigProperty(name = "rongmei.article.subscribers", defaultValue = "2000")
    int mostSubscribers;

    @Inject
    @ConfigProperty(name = "rongmei.article.restored")
    Optional<String> restored;

    @Inject
    @ConfigProperty(name = "rongmei.article.review.stages", defaultValue = "3")
    int reviewStages;

    @Inject
    @ConfigProperty(name = "rongmei.article.emergency.hours", defaultValue = "24")
    int emergencyHours;

    @Inject
    @ConfigProperty(name = "rongmei.article.licence.gate", defaultValue = "warn")
    String licenceGate;

    @Inject
    @ConfigProperty(name = "rongmei.article.retention.withdrawn")
    Optional<Integer> retention;

    @Inject
    @ConfigProperty(name = "rongmei.siteinfo.url", defaultValue = "http://localhost:9083/site-info")
    String siteInfoUrl;

    @Inject
    @ConfigProperty(name = "rongmei.site")
    Optional<String> site;

    /** Absolute, without a slash at its end. Never taken from a request. */
    public String siteUrl() {
        return siteUrl.replaceAll("/+$", "");
    }

    /** Who mints our tag URIs (RFC 4151): a host name that is the newsroom's today. */
    public String uriAuthority() {
        return uriAuthority.orElseGet(() -> URI.create(siteUrl).getHost());
    }

    /** Milliseconds between two looks at what other nodes have committed. */
    public long bellInterval() {
        return bellInterval;
    }

    /** Seconds between two signs of life on a quiet stream. */
    public long heartbeat() {
        return heartbeat;
    }

    /** How many may listen to the bell of one node. */
    public int mostSubscribers() {
        return mostSubscribers;
    }

    /** A word for the backup that the database was restored from: another one after each restoration. */
    public String restored() {
        return restored.orElse("").strip();
    }

    /** How many reviews a text goes through: 1 (终审), 2 (初审, 终审) or 3 (初审, 复审, 终审). */
    public int reviewStages() {
        if (reviewStages < 1 || reviewStages > 3) {
            throw new IllegalStateException("rongmei.article.review.stages takes 1, 2 or 3, not " + reviewStages);
        }
        return reviewStages;
    }

    /** How long after an emergency publication its reviews have to be there. */
    public Duration emergencyReviews() {
        return Duration.ofHours(emergencyHours);
    }

    /** Whether an article that the licence does not cover is refused; otherwise that is a warning. */
    public boolean isLicenceRequired() {
        return switch (licenceGate) {
            case "warn" -> false;
            case "refuse" -> true;
            default ->
                throw new IllegalStateException(
                        "rongmei.article.licence.gate takes warn or refuse, not " + licenceGate);
        };
    }

    /**
     * How long the text of what was withdrawn is kept; for ever when empty. Sixty days at the least: 互联网信息服务管理办法
     * 第十四条.
     */
    public Optional<Duration> retention() {
        retention.filter(days -> days < SHORTEST_RETENTION).ifPresent(days -> {
            throw new IllegalStateException("rongmei.article.retention.withdrawn takes 60 days or more, not " + days);
        });
        return retention.map(Duration::ofDays);
    }

    public String siteInfoUrl() {
        return siteInfoUrl.replaceAll("/+$", "");
    }

    /** The site that this suite serves: its name in the register. */
    public String site() {
        return site.orElse("");
    }
}
