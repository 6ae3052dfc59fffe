// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.change;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The head of the log, and which log it is. */
@Entity
@Table(name = "change_counter")
class ChangeCounter {

    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private long last;
    private String log = "";
    private String restored = "";

    protected ChangeCounter() {} // for Jakarta Persistence

    long next() {
        last++;
        return last;
    }

    boolean isNamed() {
        return !log.isEmpty();
    }

    /** Saying nothing is no restoration: the next start without the word must not make yet another log. */
    boolean isRestoredAs(String word) {
        return word.isEmpty() || restored.equals(word);
    }

    void name(String uuid, String restoredAs) {
        log = uuid;
        restored = restoredAs;
    }
}
