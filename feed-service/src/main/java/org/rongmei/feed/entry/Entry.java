// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

    @ElementCollection
    @CollectionTable(name = "entry_tag", joinColumns = @JoinColumn(name = "article_id"))
    private Set<Listing> tags = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "entry_author", joinColumns = @JoinColumn(name = "article_id"))
    private Set<Listing> authors = new HashSet<>();

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
            story.tags().forEach(tag -> tags.add(new Listing(tag, publishedAt)));
            story.credits().forEach(credit -> authors.add(new Listing(credit.name(), publishedAt)));
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
