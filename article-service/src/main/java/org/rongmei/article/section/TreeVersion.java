// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Counts the changes of the tree, and is what two editors who change it at once wait for. */
@Entity
@Table(name = "section_tree")
class TreeVersion {

    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private long version;

    protected TreeVersion() {} // for Jakarta Persistence

    void advance() {
        version++;
    }

    long value() {
        return version;
    }
}
