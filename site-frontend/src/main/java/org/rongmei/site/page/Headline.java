// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.site.upstream.Article;

/** An article in a list. */
public record Headline(
        String title,
        String href,
        @Nullable String kicker,
        @Nullable String summary,
        String time,
        String isoTime,
        String section,
        boolean advertorial,
        boolean minorSensitive,
        @Nullable Thumbnail picture) {

    /** A picture beside a headline, with its dimensions so that nothing jumps when it comes. */
    public record Thumbnail(String small, String large, String alt, int width, int height) {}

    public static Headline of(Article article) {
        return new Headline(
                article.title(),
                "/articles/" + article.id(),
                article.kicker(),
                article.summary(),
                PageTime.minute(article.publishedAt()),
                PageTime.iso(article.publishedAt()),
                article.breadcrumb().isEmpty()
                        ? ""
                        : article.breadcrumb()
                                .get(article.breadcrumb().size() - 1)
                                .name(),
                article.isAdvertorial(),
                article.flags().minorSensitive(),
                article.images().stream().findFirst().map(Headline::thumbnail).orElse(null));
    }

    private static Thumbnail thumbnail(Article.Image image) {
        return new Thumbnail(
                image.renditions().getOrDefault("medium", ""),
                image.renditions().getOrDefault("large", ""),
                image.alt(),
                image.width(),
                image.height());
    }

    public Optional<Thumbnail> thumbnail() {
        return Optional.ofNullable(picture);
    }
}
