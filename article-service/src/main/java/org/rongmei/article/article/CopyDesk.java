// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.ChinaDay;
import org.rongmei.article.SortedId;
import org.rongmei.article.media.Pictures;
import org.rongmei.article.section.SectionPath;
import org.rongmei.article.section.SectionTree;
import org.rongmei.article.section.Sections;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.kit.Text;

/** Where what was sent is made ready to be kept: cleaned, and checked against what is there already. */
@ApplicationScoped
class CopyDesk {

    /** Older than any newspaper that could be put in. */
    static final Instant OLDEST = Instant.parse("1600-01-01T00:00:00Z");

    @Inject
    Articles articles;

    @Inject
    Sections sections;

    @Inject
    Pictures pictures;

    @Inject
    ArticleSettings settings;

    /** RFC 4151. Minted once, for the authority and the date of this day; stored, never recomputed. */
    String mintUri(long id, Instant now) {
        return "tag:" + settings.uriAuthority() + "," + LocalDate.ofInstant(now, ChinaDay.ZONE) + ":"
                + SortedId.format(id);
    }

    /** An old address leads to one article. */
    void requireFree(List<String> aliases, long articleId) {
        articles.findTakenAlias(aliases, articleId).ifPresent(taken -> {
            throw Problem.unprocessable(
                    "aliases", Sentence.of("旧地址 %s 已属于另一篇稿件。", "The old path %s belongs to another article.", taken));
        });
    }

    Body body(ArticleDraft draft) {
        Body body = Body.clean(draft.body() == null ? "" : draft.body());
        // Once more after parsing: HTML can spell a control character as a reference.
        if (!Text.Rule.isXml(body.text())) {
            throw Problem.unprocessable(
                    "body", Sentence.of("正文含有 XML 不允许的字符。", "The body contains a character that XML forbids."));
        }
        return body;
    }

    Manuscript manuscript(ArticleDraft draft, Body body) {
        pictures.requireAll(
                "images", draft.imagesOrEmpty().stream().map(ImageUse::id).toList());
        pictures.requireAll("body", body.pictures());
        if (draft.credits() != null) {
            return Manuscript.of(draft, new Byline(draft.dateline(), draft.credits()));
        }
        return Manuscript.of(
                draft,
                body.takeByline()
                        .map(found -> draft.dateline() == null ? found : new Byline(draft.dateline(), found.credits()))
                        .orElseGet(() -> new Byline(draft.dateline(), List.of())));
    }

    long sectionId(ArticleDraft draft) {
        SectionTree tree = sections.tree();
        return tree.find(new SectionPath(draft.section()))
                .filter(sections::hold)
                .orElseThrow(() -> Problem.unprocessable(
                        "section", Sentence.of("没有栏目 %s。", "There is no section %s.", draft.section())))
                .id();
    }
}
