// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an administrator can set for the site. Listed in liberty-config/README.md. */
@ApplicationScoped
public class SiteSettings {

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
    @ConfigProperty(name = "rongmei.site.cache.dir")
    Optional<String> cacheDirectory;

    @Inject
    @ConfigProperty(name = "rongmei.site.pager.always", defaultValue = "false")
    boolean pagerAlways;

    @Inject
    @ConfigProperty(name = "rongmei.site.block")
    Optional<String> block;

    @Inject
    @ConfigProperty(name = "rongmei.site.accent")
    Optional<String> accent;

    @Inject
    @ConfigProperty(name = "rongmei.site.accent.dark")
    Optional<String> darkAccent;

    @Inject
    @ConfigProperty(name = "rongmei.site.logo")
    Optional<String> logo;

    /** The site's name in the register. */
    public String site() {
        return site.orElse("");
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

    /** Where the last footer is kept, so that a restart of ours does not lose it. */
    public Optional<String> cacheDirectory() {
        return cacheDirectory.filter(name -> !name.isBlank());
    }

    /** The path of the section that has a corner of its own beside every article. */
    public Optional<String> block() {
        return block.filter(path -> !path.isBlank());
    }

    /** Of headings' lines, links and the name, where it is not the one that the style sheet has. */
    public Optional<String> accent() {
        return accent.map(SiteSettings::colour);
    }

    /** The same on a dark ground, which wants a lighter one. */
    public Optional<String> darkAccent() {
        return darkAccent.map(SiteSettings::colour);
    }

    private static String colour(String text) {
        if (!text.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalStateException(
                    "rongmei.site.accent and rongmei.site.accent.dark take #rrggbb, not " + text);
        }
        return text;
    }

    /** The address of a picture that stands for the name, on this site or by https. */
    public Optional<String> logo() {
        return logo.filter(address -> !address.isBlank());
    }

    /** Whether an article of one page shows {@code 1 条记录 1/1 页} too. */
    public boolean pagerAlways() {
        return pagerAlways;
    }
}
