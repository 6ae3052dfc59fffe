// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.source.SourceTable;
import org.rongmei.kit.Sentence;

/**
 * 互联网新闻信息服务管理规定 第十五条: whoever reprints news takes it from those whom the state has listed, and names the source,
 * the original author, the original title and the editor by name.
 */
final class ReprintRule {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** 新华社北京2月5日电, 人民网讯: somebody else's report, whatever its kind says. Not 本报讯. */
    private static final Pattern FOREIGN = Pattern.compile("(?!本)\\p{IsHan}{1,12}?(?:社|网|报|电视台|总台)[^，。,.]{0,30}?[电讯]");

    private ReprintRule() {}

    /**
     * Everything that is missing, at once.
     *
     * @param sources the list in force; empty when nobody has put one in
     */
    static List<Objection> objections(Manuscript text, Optional<SourceTable> sources, Instant at) {
        List<Objection> missing = new ArrayList<>();
        if (!text.kind().equals(ArticleDraft.REPRINT)) {
            return missing;
        }
        @Nullable Source source = text.source();
        @Nullable Original original = text.original();
        if (source == null || isBlank(source.name())) {
            missing.add(new Objection("source.name", Sentence.of("转载要注明来源。", "A reprint names its source.")));
        } else if (sources.filter(table -> isListed(source, original, table, at))
                .isEmpty()) {
            missing.add(new Objection(
                    "source.name",
                    sources.isPresent()
                            ? Sentence.of(
                                    "“%s”不在当日有效的稿源名单上。",
                                    "%s is not on the list of sources in force that day.", source.name())
                            : Sentence.of("还没有导入稿源名单。", "Nobody has put in the list of sources yet.")));
        }
        if (original == null || isBlank(original.author())) {
            missing.add(
                    new Objection("original.author", Sentence.of("转载要注明原作者。", "A reprint names the original author.")));
        }
        if (original == null || isBlank(original.title())) {
            missing.add(
                    new Objection("original.title", Sentence.of("转载要注明原标题。", "A reprint names the original title.")));
        }
        if (text.editors().stream().allMatch(editor -> isBlank(editor.name()))) {
            missing.add(new Objection("editors", Sentence.of("转载要注明编辑的真实姓名。", "A reprint names its editor.")));
        }
        return missing;
    }

    /** An original whose dateline is somebody else's is a reprint by its looks: a person has to look. */
    static Optional<Objection> doubt(Manuscript text) {
        @Nullable String dateline = text.dateline();
        return text.kind().equals(ArticleDraft.ORIGINAL)
                        && dateline != null
                        && FOREIGN.matcher(dateline.replaceAll("\\s", "")).lookingAt()
                ? Optional.of(new Objection(
                        "dateline",
                        Sentence.of(
                                "电头“%s”像是转载的稿件，稿件类别却是原创。",
                                "The dateline %s is somebody else's, and the article calls itself an original.",
                                dateline)))
                : Optional.empty();
    }

    private static boolean isListed(Source source, @Nullable Original original, SourceTable table, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, CHINA);
        return Stream.of(source.url(), original == null ? null : original.url())
                .map(url -> url == null ? null : url.getHost())
                .anyMatch(host -> table.has(source.name(), host, day));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
