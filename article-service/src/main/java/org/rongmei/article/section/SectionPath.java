// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Where a section is in the tree: slugs with slashes between them, {@code news/zhucheng/towns}. */
public record SectionPath(String value) implements Comparable<SectionPath> {

    static final int DEEPEST = 6;
    static final int LONGEST = 300;

    private static final Pattern SLUGS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*");
    /** First slugs that are other people's addresses. */
    private static final Set<String> TAKEN = Set.of(
            "articles",
            "tags",
            "authors",
            "search",
            "desk",
            "subscribe",
            "content",
            "feeds",
            "site-info",
            "health",
            "metrics",
            "openapi");
    /** Feeds have their archives below a section, so no section can be called that. */
    private static final String ARCHIVE = "archive";

    /** @throws Problem 422 naming the field, when this can be no section's path */
    public static SectionPath of(String field, String text) {
        SectionPath path = new SectionPath(text);
        if (text.length() > LONGEST || !SLUGS.matcher(text).matches()) {
            throw Problem.unprocessable(
                    field,
                    Sentence.of(
                            "栏目路径由小写字母、数字和连字符组成，用斜线分级，例如 news/zhucheng。",
                            "A section's path is made of lower case letters, digits and hyphens, with slashes between the"
                                    + " levels: news/zhucheng."));
        }
        if (path.depth() > DEEPEST) {
            throw Problem.unprocessable(
                    field, Sentence.of("栏目最多 %d 级。", "Sections are at most %d levels deep.", DEEPEST));
        }
        List<String> slugs = List.of(text.split("/"));
        if (TAKEN.contains(slugs.get(0)) || slugs.contains(ARCHIVE)) {
            throw Problem.unprocessable(
                    field, Sentence.of("栏目路径 %s 含有系统保留的名称。", "The path %s contains a name that is reserved.", text));
        }
        return path;
    }

    int depth() {
        return value.split("/").length;
    }

    Optional<SectionPath> parent() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(new SectionPath(value.substring(0, slash)));
    }

    boolean isBelow(SectionPath other) {
        return value.startsWith(other.value + "/");
    }

    /** This path after the section at {@code from} has moved {@code to} somewhere else. */
    SectionPath moved(SectionPath from, SectionPath to) {
        return new SectionPath(to.value + value.substring(from.value.length()));
    }

    @Override
    public int compareTo(SectionPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
