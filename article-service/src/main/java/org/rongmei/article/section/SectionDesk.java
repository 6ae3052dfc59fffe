// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import static org.rongmei.article.change.ChangeKind.SECTION_CLOSED;
import static org.rongmei.article.change.ChangeKind.SECTION_MOVED;
import static org.rongmei.article.change.ChangeKind.SECTION_OPENED;
import static org.rongmei.article.change.ChangeKind.SECTION_RENAMED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.change.ChangeKind;
import org.rongmei.article.change.ChangeLog;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** What a chief-editor can do with the tree. Every change takes the tree's lock, so that none undoes another. */
@ApplicationScoped
@Transactional
class SectionDesk {

    /** What became of a PUT. */
    record Outcome(SectionView view, boolean created) {}

    @Inject
    Sections sections;

    @Inject
    ChangeLog changeLog;

    @Inject
    SectionOpening opening;

    @Inject
    Checked checked;

    public Outcome put(SectionPath path, @Nullable String ifMatch, SectionDraft draft) {
        SectionTree tree = sections.forChange();
        Optional<Section> existing = tree.find(path);
        if (existing.isEmpty()) {
            return opening.open(tree, opening.newId(), path, draft);
        }
        Section section = existing.get();
        Conditional.requireMatch(ifMatch, SectionView.of(section, tree).etag());
        return change(tree, section, checked.valid(draft));
    }

    private Outcome change(SectionTree tree, Section section, SectionDraft draft) {
        Map<Long, ChangeKind> noticed = new LinkedHashMap<>();
        boolean wasListed = tree.isListed(section);
        if (section.rename(draft.name().strip())) {
            noticed.put(section.id(), SECTION_RENAMED);
        }
        section.putAt(draft.position() == null ? 0 : draft.position());
        if (draft.path() != null && !draft.path().equals(section.path().value())) {
            List<Section> moved = move(tree, section, SectionPath.of("path", draft.path()));
            moved.forEach(each -> noticed.put(each.id(), SECTION_MOVED));
        }
        section.hide(Boolean.TRUE.equals(draft.hidden()));
        SectionTree after = sections.reread();
        boolean isListed = after.isListed(section);
        if (wasListed != isListed) {
            after.withDescendants(section)
                    .forEach(each -> noticed.put(each.id(), after.isListed(each) ? SECTION_OPENED : SECTION_CLOSED));
        }
        noticed.forEach((id, kind) -> changeLog.sectionChanged(kind, id));
        return new Outcome(SectionView.of(section, after), false);
    }

    /** Articles are not touched: they point at the section's id. */
    private List<Section> move(SectionTree tree, Section section, SectionPath to) {
        SectionPath from = section.path();
        if (tree.find(to).isPresent()) {
            throw new Problem(409, "section-exists", Sentence.of("栏目 %s 已经存在。", "There is a section %s already.", to));
        }
        if (to.isBelow(from)) {
            throw new Problem(
                    409,
                    "section-below-itself",
                    Sentence.of("栏目不能移到自己的下面。", "A section cannot be moved below itself."));
        }
        @Nullable Long parent = SectionOpening.parentOf(tree, "path", to);
        List<Section> all = tree.withDescendants(section);
        for (Section each : all) {
            SectionPath past = each.path();
            SectionPath future = past.moved(from, to);
            SectionPath.of("path", future.value());
            each.follow(future);
            sections.remember(past, each.id());
            sections.forgetPast(future);
        }
        section.place(to, parent);
        return all;
    }

    public void delete(SectionPath path, @Nullable String ifMatch) {
        SectionTree tree = sections.forChange();
        Section section = tree.find(path).orElseThrow(() -> new SectionNotFound(path));
        Conditional.requireMatch(ifMatch, SectionView.of(section, tree).etag());
        if (tree.withDescendants(section).size() > 1) {
            throw new Problem(
                    409,
                    "section-not-empty",
                    Sentence.of("栏目 %s 还有下级栏目，不能删除。", "Section %s still has sections below it.", path));
        }
        boolean wasListed = tree.isListed(section);
        sections.remove(section);
        if (wasListed) {
            changeLog.sectionChanged(SECTION_CLOSED, section.id());
        }
    }
}
