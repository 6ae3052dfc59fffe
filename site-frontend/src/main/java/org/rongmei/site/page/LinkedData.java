// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.rongmei.site.upstream.Article;

/** What search engines are told: of an article (schema.org NewsArticle), and of where a page is (BreadcrumbList). */
final class LinkedData {

    private LinkedData() {}

    static String of(Article article, String siteUrl, String publisher) {
        JsonObjectBuilder data = Json.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "NewsArticle")
                .add("headline", article.title())
                .add("url", siteUrl + "/articles/" + article.id())
                .add("identifier", article.uri())
                .add("inLanguage", "zh-CN")
                .add("datePublished", PageTime.iso(article.publishedAt()))
                .add("dateModified", PageTime.iso(article.updatedAt()))
                .add(
                        "publisher",
                        Json.createObjectBuilder()
                                .add("@type", "NewsMediaOrganization")
                                .add("name", publisher));
        JsonArrayBuilder authors = Json.createArrayBuilder();
        article.credits()
                .forEach(credit -> authors.add(
                        Json.createObjectBuilder().add("@type", "Person").add("name", credit.name())));
        data.add("author", authors);
        JsonArrayBuilder images = Json.createArrayBuilder();
        article.images()
                .forEach(image -> images.add(siteUrl + image.renditions().get("large")));
        return inScript(Json.createArrayBuilder()
                .add(data.add("image", images))
                .add(breadcrumb(article.breadcrumb(), siteUrl, publisher)));
    }

    static String ofSection(List<Article.Crumb> crumbs, String siteUrl, String siteName) {
        return inScript(Json.createArrayBuilder().add(breadcrumb(crumbs, siteUrl, siteName)));
    }

    private static JsonObjectBuilder breadcrumb(List<Article.Crumb> crumbs, String siteUrl, String siteName) {
        JsonArrayBuilder items = Json.createArrayBuilder().add(item(1, siteName, siteUrl + "/"));
        for (int at = 0; at < crumbs.size(); at++) {
            Article.Crumb crumb = crumbs.get(at);
            items.add(item(at + 2, crumb.name(), siteUrl + "/" + crumb.path() + "/"));
        }
        return Json.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "BreadcrumbList")
                .add("itemListElement", items);
    }

    private static JsonObjectBuilder item(int position, String name, String address) {
        return Json.createObjectBuilder()
                .add("@type", "ListItem")
                .add("position", position)
                .add("name", name)
                .add("item", address);
    }

    /** In a script element nothing may look like its end. */
    private static String inScript(JsonArrayBuilder data) {
        return data.build().toString().replace("<", "\\u003c");
    }
}
