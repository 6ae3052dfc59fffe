// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongmei.article.SortedId;

class SectionTreeTest {

    Section towns = section(4, "news/towns", "镇街部门", 2L, 1);
    Section news = section(2, "news", "新闻", null, 2);
    Section east = section(5, "news/towns/east", "东镇", 4L, 0);
    Section notices = section(3, "notices", "公告", null, 1);
    Section politics = section(6, "news/politics", "时政", 2L, 0);

    @Test
    void parentsComeBeforeTheirChildrenAndSiblingsInTheirOrder() {
        SectionTree tree = tree();

        List<Section> ordered = tree.inOrder();

        assertThat(ordered).containsExactly(notices, news, politics, towns, east);
        assertThat(tree.size()).isEqualTo(5);
    }

    @Test
    void siblingsOfOnePositionAreInTheOrderOfTheirNames() {
        Section second = section(1, "x", "B", null, 7);
        Section first = section(2, "y", "A", null, 7);
        Section third = section(3, "z", "B", null, 7);

        SectionTree tree = new SectionTree(1, List.of(third, second, first));

        assertThat(tree.inOrder()).containsExactly(first, second, third);
    }

    @Test
    void sectionIsFoundByItsPathAndByItsId() {
        SectionTree tree = tree();

        assertThat(tree.find(new SectionPath("news/towns"))).contains(towns);
        assertThat(tree.find(5)).contains(east);
        assertThat(tree.find(new SectionPath("towns"))).isEmpty();
        assertThat(tree.find(99)).isEmpty();
    }

    @Test
    void sectionComesWithEverythingBelowIt() {
        assertThat(tree().withDescendants(news)).containsExactly(news, politics, towns, east);
        assertThat(tree().withDescendants(east)).containsExactly(east);
    }

    @Test
    void whatIsBelowHiddenSectionIsUnlisted() {
        towns.hide(true);

        SectionTree tree = tree();

        assertThat(tree.isListed(towns)).isFalse();
        assertThat(tree.isListed(east)).isFalse();
        assertThat(tree.isListed(news)).isTrue();
        assertThat(tree.unlisted()).containsExactlyInAnyOrder(4L, 5L);
    }

    @Test
    void withoutHiddenSectionEverythingIsListed() {
        assertThat(tree().unlisted()).isEmpty();
    }

    @Test
    void breadcrumbLeadsFromTheTopDown() {
        List<SectionTree.Crumb> breadcrumb = tree().breadcrumb(5);

        assertThat(breadcrumb)
                .containsExactly(
                        new SectionTree.Crumb(SortedId.format(2), "news", "新闻"),
                        new SectionTree.Crumb(SortedId.format(4), "news/towns", "镇街部门"),
                        new SectionTree.Crumb(SortedId.format(5), "news/towns/east", "东镇"));
        assertThat(tree().breadcrumb(99)).isEmpty();
    }

    @Test
    void viewNamesTheParentByItsPath() {
        SectionTree tree = tree();

        assertThat(SectionView.of(east, tree).parent()).isEqualTo("news/towns");
        assertThat(SectionView.of(news, tree).parent()).isNull();
    }

    @Test
    void tagOfSectionChangesWithTheNameOfWhatIsAboveIt() {
        String before = SectionView.of(east, tree()).etag();
        String unchanged = SectionView.of(east, tree()).etag();
        news.rename("要闻");

        String after = SectionView.of(east, tree()).etag();

        assertThat(unchanged).isEqualTo(before);
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void onlyWhatReadersWouldNoticeCountsAsChange() {
        assertThat(news.rename("新闻")).isFalse();
        assertThat(news.rename("要闻")).isTrue();
        assertThat(news.hide(false)).isFalse();
        assertThat(news.hide(true)).isTrue();
    }

    private SectionTree tree() {
        return new SectionTree(1, List.of(towns, news, east, notices, politics));
    }

    private static Section section(long id, String path, String name, @Nullable Long parentId, int position) {
        Section section = new Section(id, new SectionPath(path), parentId);
        section.rename(name);
        section.putAt(position);
        return section;
    }
}
