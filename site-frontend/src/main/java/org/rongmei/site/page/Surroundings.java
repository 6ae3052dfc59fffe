// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.site.SiteSettings;
import org.rongmei.site.upstream.Article;
import org.rongmei.site.upstream.Newsroom;
import org.rongmei.site.upstream.Section;
import org.rongmei.site.upstream.ServiceAway;

/** What stands beside and below an article. None of it is worth losing the article for. */
@ApplicationScoped
class Surroundings {

    private static final int IN_CORNER = 6;
    private static final int RANKED = 10;
    private static final int NEIGHBOURS = 21;
    private static final int MOST_IN_SPAN = 100;
    private static final List<Duration> SPANS =
            Stream.of(1, 7, 30, 180, 1_000, 5_000, 40_000).map(Duration::ofDays).toList();

    static final int PICTURES = 4;

    @Inject
    Newsroom newsroom;

    @Inject
    SiteSettings settings;

    ArticleModel.Around of(Article article) {
        String section = article.section() == null ? "" : article.section();
        List<Article> neighbours =
                orNone(() -> newsroom.list("section", section, null, NEIGHBOURS).items());
        Set<String> shown = new HashSet<>(Set.of(article.id()));
        List<Corner> corners = new ArrayList<>();
        corners.add(Corner.list("related", "相关稿件", null, fresh(related(article), shown)));
        corners.add(Corner.list("more", "同栏目稿件", "/" + section + "/", fresh(neighbours, shown)));
        corners.add(mostRead());
        chosen().ifPresent(corners::add);
        return new ArticleModel.Around(
                newer(article, neighbours, section).map(Headline::of).orElse(null),
                older(article, neighbours, section).map(Headline::of).orElse(null),
                corners.stream().filter(corner -> !corner.headlines().isEmpty()).toList(),
                hotPictures().stream()
                        .filter(picture -> !picture.href().endsWith("/" + article.id()))
                        .toList());
    }

    Corner mostRead() {
        return Corner.ranking(orNone(() -> newsroom.mostRead(null, RANKED)).stream()
                .map(Headline::of)
                .toList());
    }

    List<Headline> hotPictures() {
        return orNone(() -> newsroom.hotPictures(PICTURES + 1)).stream()
                .map(Headline::of)
                .filter(headline -> headline.picture() != null)
                .toList();
    }

    /** The corner that an administrator has chosen: 娱乐新闻, on many a site. */
    private Optional<Corner> chosen() {
        return settings.block()
                .flatMap(path -> Optional.ofNullable(section(path)))
                .map(section -> Corner.list(
                        "chosen",
                        section.name(),
                        "/" + section.path() + "/",
                        orNone(() -> newsroom.list("section", section.path(), null, IN_CORNER)
                                        .items())
                                .stream()
                                .filter(each -> !each.flags().minorSensitive())
                                .map(Headline::of)
                                .toList()));
    }

    private @Nullable Section section(String path) {
        try {
            return newsroom.section(path).toOptional().orElse(null);
        } catch (ServiceAway e) {
            return null;
        }
    }

    private List<Article> related(Article article) {
        return article.tags().isEmpty()
                ? List.of()
                : orNone(() -> newsroom.list("tag", article.tags().get(0), null, IN_CORNER + 1)
                        .items());
    }

    private static List<Headline> fresh(List<Article> articles, Set<String> shown) {
        return articles.stream()
                .filter(other -> shown.add(other.id()))
                .limit(IN_CORNER)
                .map(Headline::of)
                .toList();
    }

    private static int at(Article article, List<Article> neighbours) {
        for (int at = 0; at < neighbours.size(); at++) {
            if (neighbours.get(at).id().equals(article.id())) {
                return at;
            }
        }
        return -1;
    }

    /**
     * The next one in time: lists are newest first, so for an old article it is the last one of the shortest span behind
     * it in which there is any. Where a hundred stand in that, there is no telling, and nothing is lost.
     */
    private Optional<Article> newer(Article article, List<Article> neighbours, String section) {
        int at = at(article, neighbours);
        if (at >= 0) {
            return at > 0 ? Optional.of(neighbours.get(at - 1)) : Optional.empty();
        }
        Instant published = article.publishedAt();
        for (Duration span : SPANS) {
            List<Article> found = orNone(
                            () -> newsroom.between(published, published.plus(span), section, null, MOST_IN_SPAN)
                                    .items())
                    .stream()
                    .filter(other -> !other.id().equals(article.id()))
                    .toList();
            if (!found.isEmpty()) {
                return found.size() + 1 < MOST_IN_SPAN ? Optional.of(found.get(found.size() - 1)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Article> older(Article article, List<Article> neighbours, String section) {
        int at = at(article, neighbours);
        return at >= 0 && at + 1 < neighbours.size()
                ? Optional.of(neighbours.get(at + 1))
                : orNone(() -> newsroom.between(null, article.publishedAt(), section, null, 1)
                                .items())
                        .stream()
                        .findFirst();
    }

    private static List<Article> orNone(Supplier<List<Article>> question) {
        try {
            return question.get();
        } catch (ServiceAway e) {
            return List.of();
        }
    }
}
