// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an administrator can set for this service. Listed in liberty-config/README.md. */
@ApplicationScoped
public class SiteInfoSettings {

    @Inject
    @ConfigProperty(name = "rongmei.site")
    Optional<String> site;

    @Inject
    @ConfigProperty(name = "rongmei.site.url", defaultValue = "http://localhost:9080")
    String siteUrl;

    @Inject
    @ConfigProperty(name = "rongmei.siteinfo.seed")
    Optional<String> seedDirectory;

    @Inject
    @ConfigProperty(name = "rongmei.http.host", defaultValue = "127.0.0.1")
    String httpHost;

    @Inject
    @ConfigProperty(name = "rongmei.siteinfo.register")
    Optional<String> register;

    @Inject
    @ConfigProperty(name = "rongmei.siteinfo.questions.perMinute", defaultValue = "60")
    int questionsPerMinute;

    @Inject
    @ConfigProperty(name = "rongmei.siteinfo.checks.fetch", defaultValue = "false")
    boolean fetching;

    /** The site that this suite serves: its name in the register. */
    public Optional<String> site() {
        return site.filter(name -> !name.isBlank());
    }

    /** Of the suite, without a slash at its end. */
    public String siteUrl() {
        return siteUrl.replaceFirst("/+$", "");
    }

    /** A directory with registers as JSON, read for sites that have none yet. */
    public Optional<String> seedDirectory() {
        return seedDirectory.filter(name -> !name.isBlank());
    }

    /** A register as JSON, for its site as long as that has none. */
    public Optional<String> register() {
        return register.filter(json -> !json.isBlank());
    }

    /** How often one client may have something judged. */
    public int questionsPerMinute() {
        return Math.max(1, questionsPerMinute);
    }

    /** Whether whoever asks may have this server fetch a page of the public web. */
    public boolean isFetching() {
        return fetching;
    }

    /** Whether only this machine can reach us. */
    public boolean isLoopbackOnly() {
        return httpHost.startsWith("127.") || httpHost.equals("localhost") || httpHost.equals("::1");
    }
}
