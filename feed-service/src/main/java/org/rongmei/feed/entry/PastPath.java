// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A path that a section has left. */
@Entity
@Table(name = "section_past_path")
class PastPath {

    @Id
    private String path = "";

    @Column(name = "section_id")
    private String sectionId = "";

    protected PastPath() {} // for Jakarta Persistence

    PastPath(String path) {
        this.path = path;
    }

    PastPath leadTo(String section) {
        sectionId = section;
        return this;
    }

    String sectionId() {
        return sectionId;
    }
}
