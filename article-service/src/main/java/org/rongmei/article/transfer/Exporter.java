// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rongmei.article.SortedId;
import org.rongmei.article.article.ArticleView;
import org.rongmei.article.article.PublishedTexts;
import org.rongmei.article.media.PictureArchive;
import org.rongmei.article.section.SectionTree;
import org.rongmei.article.section.SectionView;
import org.rongmei.article.section.Sections;

/** Writes everything published in an order in which it can be taken in: sections, then pictures before their articles. */
@ApplicationScoped
class Exporter {

    private static final int BATCH = 50;
    private static final Jsonb JSON =
            JsonbBuilder.create(new JsonbConfig().withBinaryDataStrategy(BinaryDataStrategy.BASE_64));

    @Inject
    Sections sections;

    @Inject
    PublishedTexts texts;

    @Inject
    PictureArchive pictures;

    void write(OutputStream out) throws IOException {
        SectionTree tree = sections.tree();
        for (var section : tree.inOrder()) {
            line(out, SectionView.of(section, tree));
        }
        Set<String> written = new HashSet<>();
        List<ArticleView> batch = texts.viewsAfter(0, BATCH);
        while (!batch.isEmpty()) {
            for (ArticleView article : batch) {
                write(out, article, written);
            }
            long last = SortedId.parse(batch.get(batch.size() - 1).id()).orElseThrow();
            batch = texts.viewsAfter(last, BATCH);
        }
    }

    private void write(OutputStream out, ArticleView article, Set<String> written) throws IOException {
        for (String picture : article.picturesShown()) {
            if (written.add(picture)) {
                var portable = pictures.find(picture);
                if (portable.isPresent()) {
                    line(out, portable.get());
                }
            }
        }
        line(out, article);
    }

    private static void line(OutputStream out, Object value) throws IOException {
        out.write(JSON.toJson(value).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
