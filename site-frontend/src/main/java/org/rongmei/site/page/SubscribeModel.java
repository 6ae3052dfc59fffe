// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rongmei.site.upstream.Article;
import org.rongmei.site.upstream.Section;

/** Everything there is to subscribe to. */
public record SubscribeModel(List<Choice> choices, List<Choice> tags, List<Choice> authors) {

    private static final int MOST_NAMES = 20;

    /** One feed in its three formats, as absolute addresses that can be copied. */
    public record Choice(String name, String rss, String atom, String json) {}

    static SubscribeModel of(String siteUrl, String siteName, List<Section> sections, List<Article> latest) {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(siteName + "（全站）", siteUrl + "/feeds/"));
        sections.forEach(section -> choices.add(choice(
                String.join(
                        " / ",
                        section.breadcrumb().stream().map(crumb -> crumb.name()).toList()),
                siteUrl + "/feeds/sections/" + section.path() + "/")));
        return new SubscribeModel(
                choices,
                named(siteUrl + "/feeds/tags/", latest.stream().flatMap(article -> article.tags().stream())),
                named(
                        siteUrl + "/feeds/authors/",
                        latest.stream()
                                .flatMap(article -> article.credits().stream())
                                .map(Article.Credit::name)));
    }

    /** What the latest articles are about, and who wrote them: each of these has feeds of its own. */
    private static List<Choice> named(String folder, Stream<String> names) {
        return names.distinct()
                .limit(MOST_NAMES)
                .map(name -> choice(name, folder + PageEditor.encode(name) + "/"))
                .toList();
    }

    private static Choice choice(String name, String folder) {
        return new Choice(name, folder + "rss.xml", folder + "atom.xml", folder + "feed.json");
    }
}
