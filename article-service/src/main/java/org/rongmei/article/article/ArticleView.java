// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.article.media.PictureView;
import org.rongmei.article.section.SectionTree;

/** An article as a client sees it. Field names are a promise: see contracts/article.json. */
public record ArticleView(
        String id,
        String uri,
        String url,
        String state,
        long version,
        @Nullable String section,
        List<SectionTree.Crumb> breadcrumb,
        String kind,
        @Nullable String kicker,
        String title,
        @Nullable String subtitle,
        @Nullable String summary,
        @Nullable String dateline,
        List<Credit> credits,
        List<Credit> editors,
        @Nullable Source source,
        @Nullable Original original,
        Rights rights,
        List<String> tags,
        List<String> aliases,
        @Nullable String body,
        int page,
        int pages,
        List<Image> images,
        List<Attachment> attachments,
        Flags flags,
        List<Correction> corrections,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,

        @Schema(description = "In rankings: how often it was read in the window") @Nullable
        Long views,

        @Schema(description = "In what a search finds") @Nullable
        Highlight highlight) {

    /** A picture of the article with the words that belong to it here. Renditions are paths. */
    public record Image(
            String id,
            String alt,
            @Nullable String credit,
            @Nullable String caption,
            int width,
            int height,
            Map<String, String> renditions) {

        static Image of(ImageUse use, PictureView picture) {
            return new Image(
                    use.id(),
                    use.alt() == null ? picture.alt() : use.alt(),
                    use.credit() == null ? picture.credit() : use.credit(),
                    use.caption() == null ? picture.caption() : use.caption(),
                    picture.width(),
                    picture.height(),
                    picture.renditions());
        }
    }

    /** The ids of our own pictures that it shows, beside its text and in it. */
    public List<String> picturesShown() {
        return Stream.concat(images.stream().map(Image::id), Body.picturesIn(body == null ? "" : body).stream())
                .distinct()
                .toList();
    }

    /** Everything a view is made of besides the article itself. */
    record Surroundings(SectionTree tree, Map<String, PictureView> pictures, String siteUrl, Remarks remarks) {}

    /** What only the list at hand has to say about its articles, by their ids. */
    public record Remarks(Map<Long, Long> views, Map<Long, Highlight> highlights) {

        static final Remarks NONE = new Remarks(Map.of(), Map.of());

        public static Remarks views(Map<Long, Long> views) {
            return new Remarks(views, Map.of());
        }

        public static Remarks highlights(Map<Long, Highlight> highlights) {
            return new Remarks(Map.of(), highlights);
        }
    }

    /** Why it was found: HTML whose only element is {@code mark}, around what matches. */
    public record Highlight(String title, String text) {}

    static ArticleView of(Article article, @Nullable String body, int page, Surroundings around) {
        Manuscript text = article.manuscript();
        List<SectionTree.Crumb> breadcrumb = around.tree().breadcrumb(article.sectionId());
        String id = SortedId.format(article.id());
        return new ArticleView(
                id,
                article.uri(),
                around.siteUrl() + "/articles/" + id,
                article.state().toString(),
                article.version(),
                breadcrumb.isEmpty()
                        ? null
                        : breadcrumb.get(breadcrumb.size() - 1).path(),
                breadcrumb,
                text.kind(),
                text.kicker(),
                text.title(),
                text.subtitle(),
                text.summary(),
                text.dateline(),
                text.credits(),
                text.editors(),
                text.source(),
                text.original(),
                text.rights(),
                text.tags(),
                text.aliases(),
                body,
                page,
                article.pages(),
                text.images().stream()
                        .filter(use -> around.pictures().containsKey(use.id()))
                        .map(use -> Image.of(use, around.pictures().get(use.id())))
                        .toList(),
                text.attachments(),
                text.flags(),
                article.corrections(),
                article.createdAt(),
                article.publishedAt().orElse(null),
                article.updatedAt().orElse(null),
                around.remarks().views().get(article.id()),
                around.remarks().highlights().get(article.id()));
    }
}
