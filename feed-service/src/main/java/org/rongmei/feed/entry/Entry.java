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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An article in our feeds. After its withdrawal only its identity is left, as a tombstone. */
@Entity
public class Entry {

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

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

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

    void tell(Story story, String newDocument, long readIn) {
        uri = story.uri();
        sectionId = story.sectionId();
        document = newDocument;
        listed = story.belongsInFeeds();
        publishedAt = story.publishedAt();
        updatedAt = story.updatedAt();
        withdrawnAt = null;
        generation = readIn;
        tags.clear();
        authors.clear();
        if (listed) {
            story.tags().stream().distinct().forEach(tag -> tags.add(new Listing(tag, publishedAt)));
            story.credits().stream()
                    .map(Story.Credit::name)
                    .distinct()
                    .forEach(name -> authors.add(new Listing(name, publishedAt)));
        }
    }

    void withdraw(Instant at, long readIn) {
        generation = readIn;
        if (withdrawnAt != null) {
            return;
        }
        withdrawnAt = at;
        document = "";
        listed = false;
        tags.clear();
        authors.clear();
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

    public Instant updatedAt() {
        return updatedAt;
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }
}
