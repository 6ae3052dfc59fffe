// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.rongmei.article.article.ArticleState.DRAFT;
import static org.rongmei.article.article.ArticleState.IN_REVIEW;
import static org.rongmei.article.article.ArticleState.PUBLISHED;
import static org.rongmei.article.article.ArticleState.WITHDRAWN;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * A story, from its first draft to its withdrawal. Its id, its uri and its first publication date never change, whatever
 * becomes of its title, its text or its section.
 */
@Entity
public class Article {

    @Id
    private long id;

    private String uri = "";

    @Version
    private long version;

    private ArticleState state = DRAFT;

    @Column(name = "section_id")
    private long sectionId;

    private Manuscript manuscript = Manuscript.EMPTY;

    // Not lazy: EclipseLink reads the whole row again when a field that was not fetched is set, and loses what was set
    // before it.
    private String body = "";

    private int pages = 1;

    @Column(name = "body_policy")
    private int bodyPolicy;

    /** Whether it may be in a ranking: asked by the query that counts. */
    private boolean ranks;

    private String corrections = "[]";

    @Column(name = "created_by")
    private String createdBy = "";

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "updated_at")
    private @Nullable Instant updatedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    /** Why it was backdated or withdrawn, in the words of whoever did it. */
    private @Nullable String reason;

    /** What lists are sorted by: the publication, or the creation of what is not published. */
    @Column(name = "listed_at")
    private Instant listedAt = Instant.EPOCH;

    // Lists, not sets: EclipseLink compares a set of embeddables in the order of its iteration, and counts up the
    // version for a change that there was not.
    @ElementCollection
    @CollectionTable(name = "article_tag", joinColumns = @JoinColumn(name = "article_id"))
    private List<Listing> tags = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "article_author", joinColumns = @JoinColumn(name = "article_id"))
    private List<Listing> authors = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "article_alias", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "path")
    private Set<String> aliases = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "article_picture", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "picture_id")
    private Set<Long> pictures = new HashSet<>();

    protected Article() {} // for Jakarta Persistence

    Article(long id, String uri, String createdBy, Instant now) {
        this.id = id;
        this.uri = uri;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.listedAt = now;
    }

    /** What an editor may change, already cleaned and checked. */
    void write(long section, Manuscript text, Body cleaned) {
        sectionId = section;
        manuscript = text;
        body = cleaned.html();
        pages = cleaned.pages();
        bodyPolicy = Body.POLICY;
        ranks = text.mayRank();
        aliases.clear();
        aliases.addAll(text.aliases());
        pictures.clear();
        Stream.concat(text.images().stream().map(ImageUse::id), cleaned.pictures().stream())
                .flatMap(picture -> SortedId.parse(picture).stream())
                .forEach(pictures::add);
        relist();
    }

    /**
     * The same for an article that may be published already.
     *
     * @return whether readers would notice
     */
    boolean revise(long section, Manuscript text, Body cleaned, boolean minor, Instant now) {
        if (state == WITHDRAWN) {
            throw cannot("修改", "be changed");
        }
        write(section, text, cleaned);
        if (state != PUBLISHED) {
            return false;
        }
        if (!minor) {
            updatedAt = now;
        }
        return true;
    }

    /**
     * Makes it public. The first date stays for ever; what is restored after a withdrawal gets it back.
     *
     * @return whether this made any difference: publishing what is already published does not
     * @throws Problem 409 from a state that this cannot be done in, and for another date than the one it has
     */
    boolean publish(Instant now, @Nullable Instant backdatedTo, @Nullable String why) {
        if (backdatedTo != null && publishedAt != null && !backdatedTo.equals(publishedAt)) {
            throw new Problem(
                    409,
                    "date-stays",
                    Sentence.of("稿件已有发布日期，不能再改。", "The article has its date of publication already, and keeps it."));
        }
        if (state == PUBLISHED) {
            return false;
        }
        if (state != DRAFT && state != IN_REVIEW && state != WITHDRAWN) {
            throw cannot("发布", "be published");
        }
        if (publishedAt == null) {
            publishedAt = backdatedTo == null ? now : backdatedTo;
            updatedAt = publishedAt;
        } else {
            updatedAt = now;
        }
        state = PUBLISHED;
        withdrawnAt = null;
        reason = why;
        listedAt = publishedAt;
        relist();
        return true;
    }

    /** Published elsewhere, and taken over with its dates and its corrections. */
    void takeOver(Instant published, Instant updated, String publicCorrections, String why) {
        state = PUBLISHED;
        publishedAt = published;
        updatedAt = updated;
        listedAt = published;
        corrections = publicCorrections;
        reason = why;
        relist();
    }

    /** @return whether this made any difference */
    boolean withdraw(String why, Instant now) {
        if (state == WITHDRAWN) {
            return false;
        }
        if (state != PUBLISHED) {
            throw cannot("撤稿", "be withdrawn");
        }
        state = WITHDRAWN;
        withdrawnAt = now;
        reason = why;
        relist();
        return true;
    }

    private Problem cannot(String chinese, String english) {
        return new Problem(
                409,
                "illegal-move",
                new Sentence(
                        "稿件处于 " + state + " 状态，不能" + chinese + "。",
                        "An article that is " + state + " cannot " + english + "."));
    }

    private void relist() {
        tags.clear();
        manuscript.tags().forEach(tag -> tags.add(new Listing(tag, sectionId, state, listedAt)));
        authors.clear();
        manuscript.credits().stream()
                .map(Credit::name)
                .distinct()
                .forEach(author -> authors.add(new Listing(author, sectionId, state, listedAt)));
    }

    boolean isVisibleTo(boolean staff) {
        return state.isVisibleTo(staff);
    }

    public long id() {
        return id;
    }

    public String uri() {
        return uri;
    }

    public long version() {
        return version;
    }

    public ArticleState state() {
        return state;
    }

    public long sectionId() {
        return sectionId;
    }

    Manuscript manuscript() {
        return manuscript;
    }

    String body() {
        return body;
    }

    int pages() {
        return pages;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant listedAt() {
        return listedAt;
    }

    public boolean isPublished() {
        return state == PUBLISHED;
    }

    public boolean isWithdrawn() {
        return state == WITHDRAWN;
    }

    Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    List<Correction> corrections() {
        return List.of(Correction.listOf(corrections));
    }
}
