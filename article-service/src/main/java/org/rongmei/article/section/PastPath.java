// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where a section used to be, so that old addresses lead on. */
@Entity
@Table(name = "section_past_path")
class PastPath {

    @Id
    private String path = "";

    @Column(name = "section_id")
    private long sectionId;

    protected PastPath() {} // for Jakarta Persistence

    PastPath(SectionPath path, long sectionId) {
        this.path = path.value();
        this.sectionId = sectionId;
    }

    long sectionId() {
        return sectionId;
    }

    void leadTo(long otherSectionId) {
        sectionId = otherSectionId;
    }
}
