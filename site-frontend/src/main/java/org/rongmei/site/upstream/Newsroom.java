// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.site.SiteSettings;

/** article-service, in the site's words. */
@ApplicationScoped
public class Newsroom {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final String TYPE = "application/json";

    /** What can be at an address: something, nothing, something elsewhere, or nothing any more. */
    public record Found<T>(
            int status, @Nullable T value, @Nullable String movedTo) {

        public Optional<T> toOptional() {
            return Optional.ofNullable(value);
        }

        public boolean isGone() {
            return status == 410;
        }
    }

    @Inject
    Upstream upstream;

    @Inject
    SiteSettings settings;

    public Section.Tree sections() {
        Upstream.Answer answer = upstream.get(at("/sections").build(), TYPE);
        return answer.isFound() ? JSON.fromJson(answer.body(), Section.Tree.class) : new Section.Tree(List.of());
    }

    public Found<Section> section(String path) {
        return found(
                upstream.get(
                        at("/sections/").path(encoded(path).replace("%2F", "/")).build(), TYPE),
                Section.class);
    }

    public Found<Article> article(String id, String page) {
        UriBuilder address = at("/articles/").path(encoded(id)).queryParam("page", encoded(page));
        return found(upstream.get(address.build(), TYPE), Article.class);
    }

    /**
     * The version of an article that is being worked on, for the newsroom.
     *
     * @param authorization of who asks; null: nobody
     * @return 401 for nobody, 403 for who is not of the newsroom
     */
    public Found<Article> preview(String id, @Nullable String authorization) {
        UriBuilder address = at("/articles/").path(encoded(id)).queryParam("version", "working");
        return found(upstream.getOnce(address.build(), TYPE, authorization), Article.class);
    }

    /** @param path {@code media/ID/RENDITION} */
    public Optional<Upstream.Picture> picture(String path, String authorization) {
        return upstream.picture(at("/" + path).build(), authorization);
    }

    /** @param name {@code section}, {@code tag}, {@code author} or {@code alias}; null: the whole site */
    public ArticleList list(@Nullable String name, String value, @Nullable String cursor, int limit) {
        UriBuilder address = at("/articles").queryParam("limit", limit);
        if (name != null) {
            address.queryParam(name, encoded(value));
        }
        if (cursor != null) {
            address.queryParam("cursor", encoded(cursor));
        }
        return list(upstream.get(address.build(), TYPE));
    }

    /** Published in that span, newest first; whatever there is to list. */
    public ArticleList between(
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String section,
            @Nullable String cursor,
            int limit) {
        UriBuilder address = at("/articles").queryParam("limit", limit);
        Stream.of(
                        Map.entry("since", Optional.ofNullable(since).map(String::valueOf)),
                        Map.entry("until", Optional.ofNullable(until).map(String::valueOf)),
                        Map.entry("section", Optional.ofNullable(section)),
                        Map.entry("cursor", Optional.ofNullable(cursor)))
                .forEach(parameter -> parameter
                        .getValue()
                        .ifPresent(value -> address.queryParam(parameter.getKey(), encoded(value))));
        return list(upstream.get(address.build(), TYPE));
    }

    /** 新闻排行 of the week, of the whole site or a section. */
    public List<Article> mostRead(@Nullable String section, int limit) {
        UriBuilder address =
                at("/rankings/most-read").queryParam("window", "week").queryParam("limit", limit);
        if (section != null) {
            address.queryParam("section", encoded(section));
        }
        return list(upstream.get(address.build(), TYPE)).items();
    }

    /** 精彩热图. */
    public List<Article> hotPictures(int limit) {
        return list(upstream.get(
                        at("/rankings/pictures").queryParam("limit", limit).build(), TYPE))
                .items();
    }

    /** @return 200 with what was found, 400 for what cannot be looked for, 503 while the index is being made */
    public Found<ArticleList> search(String words, @Nullable String cursor, int limit) {
        UriBuilder address = at("/search").queryParam("q", encoded(words)).queryParam("limit", limit);
        if (cursor != null) {
            address.queryParam("cursor", encoded(cursor));
        }
        return found(upstream.getOnce(address.build(), TYPE, null), ArticleList.class);
    }

    private static ArticleList list(Upstream.Answer answer) {
        return answer.isFound() ? JSON.fromJson(answer.body(), ArticleList.class) : new ArticleList(List.of(), null);
    }

    private UriBuilder at(String path) {
        return UriBuilder.fromUri(settings.articleUrl()).path(path);
    }

    /** Braces would be taken for a template. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <T> Found<T> found(Upstream.Answer answer, Class<T> type) {
        return new Found<>(
                answer.status(), answer.isFound() ? JSON.fromJson(answer.body(), type) : null, answer.location());
    }
}
