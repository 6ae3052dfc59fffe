// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** The words of a published article without their markup: what a search looks through. */
public record ArticleText(
        long id,
        long section,
        Instant publishedAt,
        String title,
        String lead,
        String body,
        List<String> names,
        List<String> tags) {

    static ArticleText of(Article article) {
        Manuscript text = article.manuscript();
        return new ArticleText(
                article.id(),
                article.sectionId(),
                article.listedAt(),
                text.title(),
                Stream.of(text.kicker(), text.subtitle(), text.summary())
                        .filter(line -> line != null)
                        .collect(Collectors.joining("\n")),
                Jsoup.parseBodyFragment(article.body()).text(),
                names(text),
                text.tags());
    }

    private static List<String> names(Manuscript text) {
        Stream<String> people =
                Stream.concat(text.credits().stream(), text.editors().stream()).map(Credit::name);
        return text.source() == null
                ? people.toList()
                : Stream.concat(people, Stream.of(text.source().name())).toList();
    }
}
