// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A section that is in a contract, or was once. */
@Embeddable
class ContractSection {

    /** In the place of an id: every section there is. */
    static final String ALL = "*";

    @Column(name = "section_id")
    private String sectionId = "";

    private boolean present;

    protected ContractSection() {} // for Jakarta Persistence

    ContractSection(String sectionId, boolean present) {
        this.sectionId = sectionId;
        this.present = present;
    }

    String sectionId() {
        return sectionId;
    }

    boolean isPresent() {
        return present;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContractSection that && sectionId.equals(that.sectionId) && present == that.present;
    }

    @Override
    public int hashCode() {
        return Objects.hash(sectionId, present);
    }
}
