// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.Caller;
import org.rongmei.article.SortedId;
import org.rongmei.article.article.ArticleView.Remarks;
import org.rongmei.article.media.Pictures;
import org.rongmei.article.section.Section;
import org.rongmei.article.section.SectionTree;
import org.rongmei.article.section.Sections;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Where articles are handed out: to whom, and how much of them. */
@ApplicationScoped
public class ReadingRoom {

    /** An article found for a caller, before anything is rendered. */
    record Found(Article article, String etag) {}

    /** One page of a list, and the key of the next. */
    record Shelf(List<ArticleView> items, Optional<String> cursor) {}

    @Inject
    Articles articles;

    @Inject
    WorkingTexts workingTexts;

    @Inject
    Sections sections;

    @Inject
    Pictures pictures;

    @Inject
    ArticleSettings settings;

    @Inject
    InstantSource clock;

    /** @throws Problem 404 for what the caller may not see, 410 for what was withdrawn */
    Found get(String id, Caller caller) {
        Article article = articles.get(id);
        if (article.isWithdrawn() && !caller.isStaff()) {
            throw new ArticleWithdrawn();
        }
        if (!article.isVisibleTo(caller.isStaff())) {
            throw new ArticleNotFound(id);
        }
        return new Found(article, etag(article, caller));
    }

    /** @throws Problem 401 and 403 for who may not see what is being worked on */
    void requireDesk(Caller caller) {
        if (!caller.isStaff()) {
            throw caller.isAnonymous()
                    ? new Problem(401, "unauthorized", Sentence.of("请先登录。", "Please give your credentials."))
                    : new Problem(403, "forbidden", Sentence.of("您的角色不能看未发布的稿件。", "Your role may not see drafts."));
        }
    }

    /** The version that is being worked on, and how far it has got; where there is none, what readers have. */
    ArticleView working(Article article) {
        return working(article, Remarks.NONE);
    }

    /** @param remarks of what was just done with it */
    ArticleView working(Article article, Remarks remarks) {
        ArticleView.@Nullable Pending pending =
                article.progress().isSettled() ? null : ArticleView.Pending.of(article.progress());
        ArticleView.Copy copy = workingTexts
                .find(article.id())
                .map(working -> ArticleView.Copy.working(article, working))
                .orElseGet(() -> ArticleView.Copy.published(article, article.body(), 1));
        List<ImageUse> images = copy.text().images();
        return ArticleView.of(article, copy, pending, around(images, true, remarks));
    }

    /**
     * The id of an article that everybody may read, from what its URL says.
     *
     * @throws Problem 404 for what is not public, 410 for what was withdrawn
     */
    public long requirePublic(String id) {
        long number = SortedId.parse(id).orElseThrow(() -> new ArticleNotFound(id));
        ArticleState state = articles.findState(number).orElseThrow(() -> new ArticleNotFound(id));
        if (state == ArticleState.WITHDRAWN) {
            throw new ArticleWithdrawn();
        }
        if (!state.isVisibleTo(false)) {
            throw new ArticleNotFound(id);
        }
        return number;
    }

    String etag(Article article, Caller caller) {
        return ArticleEtag.of(article, sections.tree(), caller.isStaff());
    }

    /** The article with its body, or with one page of it: the text is always on the article's own address. */
    ArticleView whole(Article article, @Nullable String page, Caller caller) {
        ArticleView.Surroundings around = around(List.of(article), caller.isStaff(), Remarks.NONE);
        if (page == null) {
            return ArticleView.of(article, article.body(), 1, around);
        }
        int number = number(page);
        return ArticleView.of(article, Body.pages(article.body()).get(number - 1), number, around);
    }

    List<ArticleView> whole(List<Article> several) {
        ArticleView.Surroundings around = around(several, false, Remarks.NONE);
        return several.stream()
                .map(article -> ArticleView.of(article, article.body(), 1, around))
                .toList();
    }

    /** @throws Problem 400 for what is no number, 404 for a page that the article does not have */
    void requirePage(Article article, @Nullable String page) {
        if (page != null && number(page) > article.pages()) {
            throw new Problem(
                    404, "page-not-found", Sentence.of("这篇稿件共 %d 页。", "This article has %d pages.", article.pages()));
        }
    }

    private static int number(String page) {
        try {
            int number = Integer.parseInt(page);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw badPage();
        }
        throw badPage();
    }

    private static Problem badPage() {
        return Problem.badRequest("page", Sentence.of("page 应为正整数。", "page takes a positive number."));
    }

    Shelf list(ArticleQuery query, Caller caller) {
        if (query.uri != null) {
            return single(articles.findByUri(query.uri), caller, query.isFull());
        }
        if (query.alias != null) {
            return single(articles.findByAlias(query.alias), caller, query.isFull());
        }
        int limit = query.limit();
        List<Article> found = articles.list(listing(query, caller, limit + 1));
        List<Article> page = found.subList(0, Math.min(limit, found.size()));
        Optional<String> cursor = found.size() > limit
                ? Optional.of(ArticleQuery.cursor(page.get(page.size() - 1)).toString())
                : Optional.empty();
        return new Shelf(views(page, caller, query.isFull()), cursor);
    }

    private Shelf single(Optional<Article> article, Caller caller, boolean full) {
        List<Article> visible = article.filter(found -> found.isVisibleTo(caller.isStaff())).stream()
                .toList();
        return new Shelf(views(visible, caller, full), Optional.empty());
    }

    private ArticleListing listing(ArticleQuery query, Caller caller, int limit) {
        SectionTree tree = sections.tree();
        ArticleListing listing = new ArticleListing(query.stateOrAny(), limit)
                .forDesk(query.work(settings.reviewStages(), caller, clock.instant()))
                .before(query.position())
                .between(query.since(), query.until())
                .tagged(query.tag)
                .by(query.author);
        // What a hidden section holds is in no list that readers get. Its own list is the newsroom's.
        Set<Long> without = query.isForDesk() ? Set.of() : tree.unlisted();
        if (query.section != null) {
            listing.in(within(query.section, tree, without));
        } else if (!without.isEmpty()) {
            // Rather than leaving them out while walking: what is hidden may be most of what there is.
            listing.in(tree.listed());
        }
        return listing.finished();
    }

    private static List<Long> within(String path, SectionTree tree, Set<Long> without) {
        return tree.withDescendants(tree.require(path)).stream()
                .map(Section::id)
                .filter(id -> !without.contains(id))
                .toList();
    }

    private List<ArticleView> views(List<Article> page, Caller caller, boolean full) {
        ArticleView.Surroundings around = around(page, caller.isStaff(), Remarks.NONE);
        return page.stream()
                .map(article ->
                        ArticleView.of(article, full && mayLeave(article, caller) ? article.body() : null, 1, around))
                .toList();
    }

    /** Rights decide about lists and the log; only the article's own address always has the text. */
    private static boolean mayLeave(Article article, Caller caller) {
        return caller.isSyndicator() || caller.isStaff() || article.manuscript().isForEverybody();
    }

    /** For the change log: published articles as they are now, by id, with what the caller may have of them. */
    public Map<Long, ArticleView> published(Collection<Long> ids, Caller caller) {
        List<Article> published = articles.find(ids).values().stream()
                .filter(Article::isPublished)
                .toList();
        List<ArticleView> views = views(published, caller, true);
        Map<Long, ArticleView> byId = new HashMap<>();
        for (int at = 0; at < published.size(); at++) {
            byId.put(published.get(at).id(), views.get(at));
        }
        return byId;
    }

    /**
     * What an index or a ranking has found, as a list shows it: without what is not public (any more) or in a hidden
     * section. In the order of the ids.
     */
    public List<ArticleView> listed(List<Long> ids, Remarks remarks) {
        SectionTree tree = sections.tree();
        Map<Long, Article> found = articles.find(ids);
        List<Article> page = ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(article -> article.isVisibleTo(false))
                .filter(article ->
                        tree.find(article.sectionId()).filter(tree::isListed).isPresent())
                .toList();
        ArticleView.Surroundings around = around(page, false, remarks);
        return page.stream()
                .map(article -> ArticleView.of(article, null, 1, around))
                .toList();
    }

    private ArticleView.Surroundings around(List<Article> page, boolean desk, Remarks remarks) {
        return around(
                page.stream()
                        .flatMap(article -> article.manuscript().images().stream())
                        .toList(),
                desk,
                remarks);
    }

    private ArticleView.Surroundings around(Collection<ImageUse> images, boolean desk, Remarks remarks) {
        List<String> used = images.stream().map(ImageUse::id).distinct().toList();
        return new ArticleView.Surroundings(sections.tree(), pictures.views(used), settings.siteUrl(), desk, remarks);
    }
}
