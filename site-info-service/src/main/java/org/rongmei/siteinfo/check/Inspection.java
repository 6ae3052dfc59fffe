// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.register.Archive;
import org.rongmei.siteinfo.register.At;
import org.rongmei.siteinfo.register.Register;
import org.rongmei.siteinfo.register.SiteNotFound;

/** Looks at a page that somebody asks about. */
@ApplicationScoped
class Inspection {

    @Inject
    Archive archive;

    @Inject
    PageFetch fetch;

    @Inject
    InstantSource clock;

    /**
     * @throws Problem 422 for neither or both of HTML and address, for a site that is not registered, and for an address
     *     that gives no page; 403 for an address where none are fetched; 413 for a page that nobody reads
     */
    List<Finding> of(PageQuestion question) {
        if ((question.html() == null) == (question.url() == null)) {
            throw Problem.unprocessable(
                    "html", Sentence.of("给出 html 或 url，二者选一。", "Send html or url: one of the two."));
        }
        Instant at = question.at() == null ? clock.instant() : At.parse("at", question.at());
        PageKind kind = question.pageKind() == null ? PageKind.HOME : PageKind.of(question.pageKind());
        Occasion occasion = new Occasion(kind, register(question.site(), question.at()));
        String html = question.html() != null ? question.html() : fetch.page(String.valueOf(question.url()));
        return PageCheck.of(html, occasion, at);
    }

    private Optional<Register> register(@Nullable String site, @Nullable String at) {
        if (site == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(archive.get(site, at, null).register());
        } catch (SiteNotFound e) {
            throw Problem.unprocessable(
                    "site", Sentence.of("没有登记站点 %s。", "There is no site %s in the register.", site));
        }
    }
}
