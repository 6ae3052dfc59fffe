// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an administrator can set for this service. Listed in liberty-config/README.md. */
@ApplicationScoped
public class FeedSettings {

    @Inject
    @ConfigProperty(name = "rongmei.site")
    Optional<String> site;

    @Inject
    @ConfigProperty(name = "rongmei.site.url", defaultValue = "http://localhost:9080")
    String siteUrl;

    @Inject
    @ConfigProperty(name = "rongmei.article.url", defaultValue = "http://localhost:9080/content")
    URI articleUrl;

    @Inject
    @ConfigProperty(name = "rongmei.siteinfo.url", defaultValue = "http://localhost:9080/site-info")
    URI siteInfoUrl;

    @Inject
    @ConfigProperty(name = "rongmei.syndicator.user", defaultValue = "syndicator")
    String syndicator;

    @Inject
    @ConfigProperty(name = "rongmei.syndicator.password")
    Optional<String> syndicatorPassword;

    @Inject
    @ConfigProperty(name = "rongmei.feed.follow.interval", defaultValue = "2000")
    long followInterval;

    @Inject
    @ConfigProperty(name = "rongmei.feed.deliveries.days", defaultValue = "180")
    long deliveriesDays;

    /** The site whose feeds these are: its name in the register. */
    public Optional<String> site() {
        return site.filter(name -> !name.isBlank());
    }

    /** Absolute, without a slash at its end. Never taken from a request. */
    public String siteUrl() {
        return siteUrl.replaceAll("/+$", "");
    }

    public URI articleUrl() {
        return articleUrl;
    }

    public URI siteInfoUrl() {
        return siteInfoUrl;
    }

    public String syndicator() {
        return syndicator;
    }

    /** Without one we read what the public reads: no full text of what is reserved for partners. */
    public Optional<String> syndicatorPassword() {
        return syndicatorPassword.filter(password -> !password.isBlank());
    }

    /** So long it is known what was delivered to whom, counted from the last time. */
    public Duration deliveriesKept() {
        return Duration.ofDays(deliveriesDays);
    }

    /** Between two looks at the change log, should the bell be broken. */
    public Duration followInterval() {
        return Duration.ofMillis(followInterval);
    }
}
