// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.rongmei.site.upstream.Article;

/** What search engines are told of an article (schema.org NewsArticle). */
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
        // In a script element nothing may look like its end.
        return data.add("image", images).build().toString().replace("<", "\\u003c");
    }
}
