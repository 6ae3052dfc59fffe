// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import java.util.List;
import java.util.Optional;
import org.rongmei.site.upstream.Article;
import org.rongmei.site.upstream.Section;

/** A list of articles: of a section, a tag or an author. */
public record ListModel(
        String heading,
        List<Article.Crumb> breadcrumb,
        List<Section> subsections,
        List<Headline> headlines,
        Optional<String> older,
        boolean first,
        String newestHref) {}
