// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.rongmei.article.article.ArticleState.DRAFT;
import static org.rongmei.article.article.ArticleState.PUBLISHED;
import static org.rongmei.article.article.ArticleState.WITHDRAWN;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.article.review.Verdict;
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

    /** What readers and lists see of it. {@link #progress} says where the text that is worked on has got to. */
    private ArticleState state = DRAFT;

    @Embedded
    private Progress progress = Progress.draft();

    /** The version that readers see: the newsroom's own changes are no reason to send it to them again. */
    private long shown;

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

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    /** Why it was backdated or withdrawn, in the words of whoever did it. */
    private @Nullable String reason;

    /** The version of the list of sources by which a reprint was let through. */
    @Column(name = "source_list")
    private @Nullable Integer sourceList;

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

    /** Who wrote any of it. */
    @ElementCollection
    @CollectionTable(name = "article_writer", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "login")
    private Set<String> writers = new HashSet<>();

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
        this.writers.add(createdBy);
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
     * Notes that somebody changes the text: the article itself, or its new version when it is published.
     *
     * @throws Problem 409 for what is withdrawn
     */
    void revisedBy(String login) {
        Move.EDIT.require(this);
        progress.written();
        writers.add(login);
        settle();
    }

    void submit() {
        Move.SUBMIT.require(this);
        progress.submit();
        settle();
    }

    void takeBack() {
        Move.TAKE_BACK.require(this);
        progress.takeBack();
        settle();
    }

    /**
     * @return the stage that it waits for
     * @throws Problem 409 when it waits for no review
     */
    int requireReviewable() {
        Move.REVIEW.require(this);
        return progress.stage().orElseThrow();
    }

    /** @param stages how many there are: approval at the last one is the approval */
    void review(Verdict verdict, int stages) {
        Move.REVIEW.require(this);
        progress.review(verdict, stages);
        settle();
    }

    /** @throws Problem 409 unless it, or its new version, is approved */
    void schedule(Instant at) {
        Move.SCHEDULE.require(this);
        progress.schedule(at);
        settle();
    }

    void cancelSchedule() {
        Move.CANCEL.require(this);
        progress.cancel();
        settle();
    }

    /** Until it was published, what the newsroom sees is what there is. */
    private void settle() {
        if (publishedAt == null) {
            state = progress.state();
            relist();
        }
    }

    /**
     * Makes it public, or puts an approved new version in the place of what is. The first date stays for ever; what is
     * restored after a withdrawal gets it back.
     *
     * @param working its new version, where there is one
     * @return whether this made any difference: publishing what is already published does not
     * @throws Problem 409 from a state that this cannot be done in, and for another date than the one it has
     */
    boolean publish(Instant now, @Nullable Instant backdatedTo, @Nullable String why, @Nullable WorkingText working) {
        if (backdatedTo != null && publishedAt != null && !backdatedTo.equals(publishedAt)) {
            throw new Problem(
                    409,
                    "date-stays",
                    Sentence.of("稿件已有发布日期，不能再改。", "The article has its date of publication already, and keeps it."));
        }
        if (isPublished() && progress.isSettled()) {
            return false;
        }
        Move.PUBLISH.require(this);
        if (progress.isApproved()) {
            progress.publish();
            show(now, backdatedTo, why, working);
        } else {
            restore(now, why);
        }
        return true;
    }

    void letThroughBy(int versionOfSources) {
        sourceList = versionOfSources;
    }

    /** Before its reviews, which have to come by the time given. */
    void publishAtOnce(Instant now, Instant reviewsDueAt, String why, @Nullable WorkingText working) {
        Move.PUBLISH_AT_ONCE.require(this);
        progress.publishAtOnce(reviewsDueAt);
        show(now, null, why, working);
    }

    private void show(Instant now, @Nullable Instant at, @Nullable String why, @Nullable WorkingText working) {
        if (working != null) {
            write(working.sectionId(), working.manuscript(), Body.clean(working.body()));
        }
        if (publishedAt == null) {
            publishedAt = at == null ? now : at;
            updatedAt = publishedAt;
        } else if (working == null || !working.isMinor()) {
            updatedAt = now;
        }
        appear(why);
    }

    private void restore(Instant now, @Nullable String why) {
        progress.restore();
        updatedAt = now;
        appear(why);
    }

    private void appear(@Nullable String why) {
        state = PUBLISHED;
        withdrawnAt = null;
        reason = why;
        listedAt = Objects.requireNonNull(publishedAt);
        shown = version + 1;
        relist();
    }

    /** Published elsewhere, and taken over with its dates and its corrections. */
    void takeOver(Instant published, Instant updated, String publicCorrections, String why) {
        progress = Progress.published();
        publishedAt = published;
        updatedAt = updated;
        corrections = publicCorrections;
        appear(why);
    }

    /** @return whether this made any difference */
    boolean withdraw(String why, Instant now) {
        if (state == WITHDRAWN) {
            return false;
        }
        Move.WITHDRAW.require(this);
        progress.withdraw();
        state = WITHDRAWN;
        withdrawnAt = now;
        reason = why;
        shown = version + 1;
        relist();
        return true;
    }

    /**
     * Takes the text of what is withdrawn away for good. What stays is that it was there, and what was done with it.
     *
     * @throws IllegalStateException for anything that readers have or somebody works on
     */
    void erase(Instant now) {
        if (!isWithdrawn() || !progress.isSettled()) {
            throw new IllegalStateException("Only what is withdrawn is erased: " + uri);
        }
        manuscript = manuscript.erased();
        body = "";
        pages = 1;
        corrections = "[]";
        aliases.clear();
        pictures.clear();
        erasedAt = now;
        relist();
    }

    /** A dated notice that stands beside the text, for as long as there is one. */
    void correct(String text, Instant now) {
        Move.CORRECT.require(this);
        corrections = Correction.append(corrections, new Correction(now, text));
        updatedAt = now;
        shown = version + 1;
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

    /** What readers see, who get the same answer until this changes. */
    long shown() {
        return shown;
    }

    public ArticleState state() {
        return state;
    }

    Progress progress() {
        return progress;
    }

    Optional<Integer> sourceList() {
        return Optional.ofNullable(sourceList);
    }

    Set<String> writers() {
        return Set.copyOf(writers);
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

    String createdBy() {
        return createdBy;
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

    boolean isErased() {
        return erasedAt != null;
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
