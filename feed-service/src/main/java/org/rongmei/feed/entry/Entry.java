// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An article in our feeds. After its withdrawal only its identity is left, as a tombstone. */
@Entity
public class Entry {

    private static final Map<String, String> KINDS =
            Map.of("original", "original", "reprint", "reprint", "advertorial", "advertorial");

    @Id
    @Column(name = "article_id")
    private String articleId = "";

    private String uri = "";

    @Column(name = "section_id")
    private String sectionId = "";

    private String document = "";
    private boolean listed;

    @Column(name = "published_at")
    private Instant publishedAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "changed_at")
    private Instant changedAt = Instant.EPOCH;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    private String kind = "original";

    /** All that it has ever been published as, one behind the other. */
    private String kinds = "";

    @Column(name = "news_number")
    private long newsNumber;

    private long generation;

    // Lists, not sets: EclipseLink compares a set of embeddables in the order of its iteration, and finds changes.
    @ElementCollection
    @CollectionTable(name = "entry_tag", joinColumns = @JoinColumn(name = "article_id"))
    private List<Listing> tags = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "entry_author", joinColumns = @JoinColumn(name = "article_id"))
    private List<Listing> authors = new ArrayList<>();

    protected Entry() {} // for Jakarta Persistence

    Entry(String articleId) {
        this.articleId = articleId;
    }

    /**
     * @param at when article-service noted this change
     * @return whether anything is new: the log is read again now and then
     */
    boolean tell(Story story, String newDocument, Instant at, long readIn) {
        boolean isNew = withdrawnAt != null || !document.equals(newDocument);
        uri = XmlText.legal(story.uri());
        sectionId = story.sectionId();
        document = newDocument;
        listed = story.belongsInFeeds();
        kind = Objects.requireNonNullElse(KINDS.get(story.kind()), "original");
        if (!kinds().contains(kind)) {
            kinds = (kinds + " " + kind).trim();
        }
        publishedAt = story.publishedAt();
        updatedAt = story.updatedAt();
        changedAt = later(changedAt, at);
        withdrawnAt = null;
        generation = readIn;
        list(tags, listed ? story.tags().stream() : Stream.empty());
        list(authors, listed ? story.credits().stream().map(Story.Credit::name) : Stream.empty());
        return isNew;
    }

    private void list(List<Listing> listings, Stream<String> names) {
        List<Listing> wanted = names.filter(Objects::nonNull)
                .map(XmlText::legal)
                .filter(Topic::canBeNamed)
                .distinct()
                .map(name -> new Listing(name, publishedAt))
                .toList();
        if (!listings.equals(wanted)) {
            listings.clear();
            listings.addAll(wanted);
        }
    }

    /** Text, tags and authors go at once; of several lines of the log that say so the latest counts. */
    void withdraw(Instant at, long readIn) {
        generation = readIn;
        withdrawnAt = withdrawnAt == null ? at : later(withdrawnAt, at);
        changedAt = later(changedAt, at);
        document = "";
        listed = false;
        tags.clear();
        authors.clear();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** It has changed, and so has its place among what partners have to hear of. */
    void number(long news) {
        newsNumber = news;
    }

    boolean isListed() {
        return listed;
    }

    Stream<Topic> names() {
        return Stream.concat(
                tags.stream().map(Listing::name).map(Topic::tag),
                authors.stream().map(Listing::name).map(Topic::author));
    }

    public String articleId() {
        return articleId;
    }

    public String uri() {
        return uri;
    }

    public String sectionId() {
        return sectionId;
    }

    /** Only of what is not withdrawn: there is nothing else to be told. */
    public Story story() {
        return Story.fromJson(document);
    }

    public String kind() {
        return kind;
    }

    /** Every kind that it has been published as. */
    public Set<String> kinds() {
        return Set.of(kinds.split(" "));
    }

    /** Of its last change, among those of all entries. */
    public long newsNumber() {
        return newsNumber;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    /** When it was last touched; a minor edit moves this and nothing else. */
    public Instant changedAt() {
        return changedAt;
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }
}
