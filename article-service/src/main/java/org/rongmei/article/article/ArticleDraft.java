// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/** What an editor sends to create or replace an article. A field that is left out is empty. */
public record ArticleDraft(
        @NotBlank
        @Schema(
                description = "The section's path",
                examples = {"news/qinglan/towns"})
        String section,

        @Pattern(regexp = "original|reprint|advertorial") @Nullable
        String kind,

        @Text(max = 80) @Nullable String kicker,

        @Text(max = 80, required = true) @Schema(examples = {"梯田里的秋收"})
        String title,

        @Text(max = 120) @Nullable String subtitle,
        @Text(max = 500) @Nullable String summary,
        @Text(max = 40) @Nullable String dateline,
        @Valid @Size(max = 40) @Nullable List<@NotNull Credit> credits,
        @Valid @Size(max = 20) @Nullable List<@NotNull Credit> editors,
        @Valid @Nullable Source source,
        @Valid @Nullable Original original,
        @Valid @Nullable Rights rights,
        @Size(max = 20) @Nullable List<@Text(max = 40, required = true) String> tags,

        @Size(max = ArticleDraft.MOST_ALIASES) @Nullable
        List<@NotNull @Pattern(regexp = "/[!-~]{1,480}") String> aliases,

        @Text(max = 600_000) @Schema(examples = {"<p>金黄的稻谷晒满了村前的场院。</p>"}) @Nullable
        String body,

        @Valid @Size(max = 60) @Nullable List<@NotNull ImageUse> images,
        @Valid @Size(max = 20) @Nullable List<@NotNull Attachment> attachments,
        @Nullable Flags flags,

        @Schema(description = "A change that readers need not be told of: updatedAt stays") @Nullable
        Boolean minor) {

    static final int MOST_ALIASES = 10;
    static final String ORIGINAL = "original";
    static final String REPRINT = "reprint";
    static final String ADVERTORIAL = "advertorial";

    String kindOrDefault() {
        return kind == null ? ORIGINAL : kind;
    }

    List<ImageUse> imagesOrEmpty() {
        return images == null ? List.of() : images;
    }

    List<Attachment> attachmentsOrEmpty() {
        return attachments == null ? List.of() : attachments;
    }

    /** Signed by their names, who may have been given by their logins. */
    ArticleDraft withEditors(List<Credit> named) {
        return copy(section, named, aliases);
    }

    /** For an import that names one section for all that names none. */
    public ArticleDraft in(@Nullable String another) {
        return copy(another == null ? "" : another, editors, aliases);
    }

    ArticleDraft withAliases(List<String> others) {
        return copy(section, editors, others);
    }

    private ArticleDraft copy(String newSection, @Nullable List<Credit> newEditors, @Nullable List<String> newAliases) {
        return new ArticleDraft(
                newSection,
                kind,
                kicker,
                title,
                subtitle,
                summary,
                dateline,
                credits,
                newEditors,
                source,
                original,
                rights,
                tags,
                newAliases,
                body,
                images,
                attachments,
                flags,
                minor);
    }
}
