// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import static org.rongmei.article.change.ChangeKind.SECTION_OPENED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.article.change.ChangeLog;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** How a section comes to be, by hand or by an import. */
@ApplicationScoped
class SectionOpening {

    static final int MOST_SECTIONS = 500;

    @Inject
    Sections sections;

    @Inject
    ChangeLog changeLog;

    @Inject
    InstantSource clock;

    @Inject
    Checked checked;

    long newId() {
        return SortedId.next(clock.instant());
    }

    /** @param tree locked */
    SectionDesk.Outcome open(SectionTree tree, long id, SectionPath asked, SectionDraft sent) {
        SectionDraft draft = checked.valid(sent);
        SectionPath path = SectionPath.of("path", asked.value());
        if (draft.path() != null && !draft.path().equals(asked.value())) {
            throw new SectionNotFound(asked);
        }
        if (tree.size() >= MOST_SECTIONS) {
            throw new Problem(
                    409, "too-many-sections", Sentence.of("最多 %d 个栏目。", "At most %d sections.", MOST_SECTIONS));
        }
        Section section = new Section(id, path, parentOf(tree, "path", path));
        section.rename(draft.name().strip());
        section.putAt(draft.position() == null ? 0 : draft.position());
        section.hide(Boolean.TRUE.equals(draft.hidden()));
        sections.add(section);
        SectionTree after = sections.reread();
        if (after.isListed(section)) {
            changeLog.sectionChanged(SECTION_OPENED, section.id());
        }
        return new SectionDesk.Outcome(SectionView.of(section, after), true);
    }

    static @Nullable Long parentOf(SectionTree tree, String field, SectionPath path) {
        Optional<SectionPath> parent = path.parent();
        if (parent.isEmpty()) {
            return null;
        }
        return tree.find(parent.get())
                .map(Section::id)
                .orElseThrow(() -> Problem.unprocessable(
                        field, Sentence.of("上级栏目 %s 还不存在。", "The parent section %s does not exist.", parent.get())));
    }
}
