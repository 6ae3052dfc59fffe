// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A new version of a published article, while readers have the old one. It goes when it takes its place. */
@Entity
@Table(name = "working_text")
class WorkingText {

    @Id
    @Column(name = "article_id")
    private long articleId;

    @Column(name = "section_id")
    private long sectionId;

    private Manuscript manuscript = Manuscript.EMPTY;
    private String body = "";
    private int pages = 1;

    @Column(name = "body_policy")
    private int bodyPolicy;

    private boolean minor;

    protected WorkingText() {} // for Jakarta Persistence

    WorkingText(long articleId) {
        this.articleId = articleId;
    }

    void write(long section, Manuscript text, Body cleaned, boolean isMinor) {
        sectionId = section;
        manuscript = text;
        body = cleaned.html();
        pages = cleaned.pages();
        bodyPolicy = Body.POLICY;
        minor = isMinor;
    }

    long sectionId() {
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

    boolean isMinor() {
        return minor;
    }
}
