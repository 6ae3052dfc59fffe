// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A section of the site. It may be renamed, moved and hidden; its id stays. */
@Entity
public class Section {

    @Id
    private long id;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    private String path = "";
    private String name = "";
    private int position;
    private boolean hidden;

    protected Section() {} // for Jakarta Persistence

    Section(long id, SectionPath path, @Nullable Long parentId) {
        this.id = id;
        this.path = path.value();
        this.parentId = parentId;
    }

    public long id() {
        return id;
    }

    public SectionPath path() {
        return new SectionPath(path);
    }

    public String name() {
        return name;
    }

    public Optional<Long> parentId() {
        return Optional.ofNullable(parentId);
    }

    int position() {
        return position;
    }

    boolean isHidden() {
        return hidden;
    }

    void place(SectionPath newPath, @Nullable Long newParentId) {
        path = newPath.value();
        parentId = newParentId;
    }

    void follow(SectionPath newPath) {
        path = newPath.value();
    }

    /** Returns whether a reader would notice. */
    boolean rename(String newName) {
        boolean changed = !name.equals(newName);
        name = newName;
        return changed;
    }

    void putAt(int newPosition) {
        position = newPosition;
    }

    boolean hide(boolean nowHidden) {
        boolean changed = hidden != nowHidden;
        hidden = nowHidden;
        return changed;
    }
}
