// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongmei.site.upstream.Article;

/** An article as its page shows it. */
public record ArticleModel(
        Article article,
        String published,
        String publishedIso,
        String byline,
        String body,
        List<Article.Image> unplacedImages,
        List<Notice> corrections,
        String editors,
        boolean pager,
        List<PageLink> pages,
        List<TagLink> tags,
        List<TagLink> authors,
        Around around,
        @Nullable String preview) {

    /** What stands beside and below the text. */
    public record Around(
            @Nullable Headline newer, @Nullable Headline older, List<Corner> corners, List<Headline> pictures) {}

    /** A tag and the list of what bears it. */
    public record TagLink(String name, String href) {}

    /** A correction with its date. */
    public record Notice(String date, String text) {}

    /** A step to another page of a long body. */
    public record PageLink(int number, String href, boolean current) {}

    private static final Map<String, String> STATES = Map.of(
            "draft", "草稿",
            "in-review", "审核中",
            "approved", "待发布",
            "scheduled", "已定时发布",
            "published", "已发布",
            "withdrawn", "已撤下");

    static ArticleModel of(Article article, boolean pagerAlways, Around around) {
        return of(article, pagerAlways, around, null);
    }

    /** As it will look, with how far it is, and nothing around it. */
    static ArticleModel preview(Article article, boolean pagerAlways) {
        String state = named(article.state());
        String text = article.pending() == null
                ? state
                : state + "，新版本" + named(article.pending().state());
        return of(article, pagerAlways, new Around(null, null, List.of(), List.of()), text);
    }

    private static String named(@Nullable String state) {
        return state == null ? "" : STATES.getOrDefault(state, state);
    }

    private static ArticleModel of(Article article, boolean pagerAlways, Around around, @Nullable String preview) {
        String byline = byline(article);
        String body = article.body() == null ? "" : article.body();
        return new ArticleModel(
                article,
                PageTime.second(article.publishedAt()),
                PageTime.iso(article.publishedAt()),
                byline,
                article.page() == 1 ? withByline(byline, body) : body,
                article.page() == 1
                        ? article.images().stream()
                                // Of a text in pages we see one: a picture may have its place on another.
                                .limit(article.pages() == 1 ? Long.MAX_VALUE : 1)
                                .filter(image -> !body.contains("/content/media/" + image.id() + "/"))
                                .toList()
                        : List.of(),
                article.corrections().stream()
                        .map(correction -> new Notice(PageTime.second(correction.at()), correction.text()))
                        .toList(),
                named(article.editors(), "："),
                pagerAlways || article.pages() > 1,
                pages(article),
                article.tags().stream()
                        .map(tag -> new TagLink(tag, "/tags/" + PageEditor.encode(tag) + "/"))
                        .toList(),
                article.credits().stream()
                        .map(Article.Credit::name)
                        .distinct()
                        .map(name -> new TagLink(name, "/authors/" + PageEditor.encode(name) + "/"))
                        .toList(),
                around,
                preview);
    }

    /** 本报讯（记者张泽青 通讯员杨郭）, as newspapers have it. */
    private static String byline(Article article) {
        String names = named(article.credits(), "");
        String dateline = article.dateline() == null ? "" : article.dateline();
        return names.isEmpty() ? dateline : dateline + "（" + names + "）";
    }

    private static String named(List<Article.Credit> credits, String between) {
        Map<String, List<String>> byRole = new LinkedHashMap<>();
        credits.forEach(credit ->
                byRole.computeIfAbsent(credit.role(), role -> new ArrayList<>()).add(credit.name()));
        return byRole.entrySet().stream()
                .map(role ->
                        (role.getKey().isEmpty() ? "" : role.getKey() + between) + String.join("、", role.getValue()))
                .collect(Collectors.joining(" "));
    }

    /**
     * At the head of the first paragraph, or alone before what has none. The body is sanitised HTML; the byline is text
     * and has to be escaped before it goes in.
     */
    private static String withByline(String byline, String body) {
        if (byline.isEmpty()) {
            return body;
        }
        String escaped = byline.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String mark = "<b class=\"byline\">" + escaped + "</b>";
        int start = body.indexOf("<p>");
        if (start < 0) {
            return "<p>" + mark + "</p>" + body;
        }
        return body.substring(0, start + 3) + mark + body.substring(start + 3);
    }

    private static List<PageLink> pages(Article article) {
        return IntStream.rangeClosed(1, article.pages())
                .mapToObj(number -> new PageLink(
                        number,
                        "/articles/" + article.id() + (number == 1 ? "" : "?page=" + number),
                        number == article.page()))
                .toList();
    }

    /** As the reference page has it: pages counted as records. */
    public String pagerText() {
        return article.pages() + " 条记录 " + article.page() + "/" + article.pages() + " 页";
    }
}
