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
import org.rongmei.article.proof.Hint;
import org.rongmei.article.section.SectionTree;
import org.rongmei.kit.Problem;

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

        @Schema(description = "For the newsroom: which review it waits for, from 1") @Nullable
        Integer stage,

        @Schema(description = "For the newsroom: when it will be published") @Nullable
        Instant scheduledFor,

        @Schema(description = "For the newsroom: until when an emergency publication has to have its reviews") @Nullable
        Instant reviewsDueAt,

        @Schema(description = "For the newsroom, of a version that is being worked on: how far it has got") @Nullable
        Pending pending,

        @Schema(description = "In rankings: how often it was read in the window") @Nullable
        Long views,

        @Schema(description = "In what a search finds") @Nullable
        Highlight highlight,

        @Schema(description = "For the newsroom: the version of the list of sources that let a reprint through")
        @Nullable
        Integer sourceList,

        @Schema(description = "In the answer to a publication: what somebody should look at all the same") @Nullable
        List<Problem.FieldError> warnings,

        @Schema(description = "In the answer to a submission: what a proof-reader would ask about") @Nullable
        List<Hint.View> hints) {

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

    /** How far the version that is being worked on has got. */
    public record Pending(String state, @Nullable Integer stage) {

        static Pending of(Progress progress) {
            return new Pending(progress.state().toString(), progress.stage().orElse(null));
        }
    }

    /** What is shown of an article: what readers have, or the version that is being worked on. */
    record Copy(long sectionId, Manuscript text, @Nullable String body, int page, int pages, long version) {

        static Copy published(Article article, @Nullable String body, int page) {
            return new Copy(
                    article.sectionId(),
                    article.manuscript(),
                    body,
                    page,
                    article.pages(),
                    article.isVisibleTo(false) ? article.shown() : article.version());
        }

        static Copy working(Article article, WorkingText working) {
            return new Copy(
                    working.sectionId(), working.manuscript(), working.body(), 1, working.pages(), article.version());
        }
    }

    /** The ids of our own pictures that it shows, beside its text and in it. */
    public List<String> picturesShown() {
        return Stream.concat(images.stream().map(Image::id), Body.picturesIn(body == null ? "" : body).stream())
                .distinct()
                .toList();
    }

    /**
     * Everything a view is made of besides the article itself.
     *
     * @param desk whether it is for the newsroom, which also sees what is under way
     */
    record Surroundings(
            SectionTree tree, Map<String, PictureView> pictures, String siteUrl, boolean desk, Remarks remarks) {}

    /** What only the list at hand has to say about its articles, by their ids. */
    public record Remarks(
            Map<Long, Long> views,
            Map<Long, Highlight> highlights,
            List<Problem.FieldError> warnings,
            List<Hint.View> hints) {

        static final Remarks NONE = new Remarks(Map.of(), Map.of(), List.of(), List.of());

        public static Remarks views(Map<Long, Long> views) {
            return new Remarks(views, Map.of(), List.of(), List.of());
        }

        public static Remarks highlights(Map<Long, Highlight> highlights) {
            return new Remarks(Map.of(), highlights, List.of(), List.of());
        }

        static Remarks warnings(List<Problem.FieldError> warnings) {
            return new Remarks(Map.of(), Map.of(), warnings, List.of());
        }

        static Remarks hints(List<Hint.View> hints) {
            return new Remarks(Map.of(), Map.of(), List.of(), hints);
        }
    }

    /** Why it was found: HTML whose only element is {@code mark}, around what matches. */
    public record Highlight(String title, String text) {}

    static ArticleView of(Article article, @Nullable String body, int page, Surroundings around) {
        return of(article, Copy.published(article, body, page), null, around);
    }

    static ArticleView of(Article article, Copy copy, @Nullable Pending pending, Surroundings around) {
        Manuscript text = copy.text();
        Progress progress = article.progress();
        List<SectionTree.Crumb> breadcrumb = around.tree().breadcrumb(copy.sectionId());
        String id = SortedId.format(article.id());
        return new ArticleView(
                id,
                article.uri(),
                around.siteUrl() + "/articles/" + id,
                article.state().toString(),
                copy.version(),
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
                copy.body(),
                copy.page(),
                copy.pages(),
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
                around.desk() ? progress.stage().orElse(null) : null,
                around.desk() ? progress.scheduledFor().orElse(null) : null,
                around.desk() ? progress.reviewsDueAt().orElse(null) : null,
                pending,
                around.remarks().views().get(article.id()),
                around.remarks().highlights().get(article.id()),
                around.desk() ? article.sourceList().orElse(null) : null,
                around.remarks().warnings().isEmpty() ? null : around.remarks().warnings(),
                around.remarks().hints().isEmpty() ? null : around.remarks().hints());
    }
}
