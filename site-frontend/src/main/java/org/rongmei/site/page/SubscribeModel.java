// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import java.util.ArrayList;
import java.util.List;
import org.rongmei.site.upstream.Section;

/** Everything there is to subscribe to. */
public record SubscribeModel(List<Choice> choices) {

    /** One feed in its three formats, as absolute addresses that can be copied. */
    public record Choice(String name, String rss, String atom, String json) {}

    static SubscribeModel of(String siteUrl, String siteName, List<Section> sections) {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(siteName + "（全站）", siteUrl + "/feeds/"));
        sections.forEach(section -> choices.add(choice(
                String.join(
                        " / ",
                        section.breadcrumb().stream().map(crumb -> crumb.name()).toList()),
                siteUrl + "/feeds/sections/" + section.path() + "/")));
        return new SubscribeModel(choices);
    }

    private static Choice choice(String name, String folder) {
        return new Choice(name, folder + "rss.xml", folder + "atom.xml", folder + "feed.json");
    }
}
