// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static java.util.stream.Collectors.joining;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.ChinaDay;
import org.rongmei.article.audit.AuditEntry;
import org.rongmei.article.review.Review;
import org.rongmei.article.review.Stage;
import org.rongmei.article.revision.Revision;
import org.rongmei.article.section.SectionTree;
import org.rongmei.article.staff.StaffMember;
import org.rongmei.kit.Conditional;

/**
 * 审稿单 as HTML. In Chinese, whatever the browser asks for: it is a paper of the newsroom. The text of others only ever
 * goes in as text, except bodies and differences, which are clean HTML already.
 */
final class ReviewSheet {

    private static final String STYLE = style();

    /** Nothing but our own style, and the article's pictures. */
    static final String CONTENT_POLICY = "default-src 'none'; img-src 'self'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Conditional.sha256(STYLE.getBytes(StandardCharsets.UTF_8)))
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ChinaDay.ZONE);

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("drafted", "撰稿"),
            Map.entry("revised", "改稿"),
            Map.entry("submitted", "送审"),
            Map.entry("taken-back", "撤回送审"),
            Map.entry("approved", "审稿通过"),
            Map.entry("returned", "退回修改"),
            Map.entry("scheduled", "定时发布"),
            Map.entry("unscheduled", "取消定时"),
            Map.entry("published", "发布"),
            Map.entry("withdrawn", "撤稿"),
            Map.entry("corrected", "更正"),
            Map.entry("label-removed", "去除标识"),
            Map.entry("imported", "导入"),
            Map.entry("erased", "清除文稿"));

    private static final Map<String, String> DETAILS = Map.ofEntries(
            Map.entry("revision", "版次"),
            Map.entry("round", "轮次"),
            Map.entry("stage", "环节"),
            Map.entry("sourceList", "稿源名单版本"),
            Map.entry("publicationAt", "发布时间"),
            Map.entry("emergency", "紧急发布"),
            Map.entry("overridden", "越过关口"),
            Map.entry("warnings", "提示"),
            Map.entry("text", "内容"),
            Map.entry("labels", "标识"),
            Map.entry("import", "导入任务"),
            Map.entry("days", "保存天数"));

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("section", "栏目"),
            Map.entry("kind", "类型"),
            Map.entry("kicker", "引题"),
            Map.entry("title", "标题"),
            Map.entry("subtitle", "副题"),
            Map.entry("summary", "摘要"),
            Map.entry("dateline", "电头"),
            Map.entry("credits", "署名"),
            Map.entry("editors", "编辑"),
            Map.entry("source", "来源"),
            Map.entry("original", "原作"),
            Map.entry("rights", "版权"),
            Map.entry("tags", "标签"),
            Map.entry("aliases", "旧地址"),
            Map.entry("images", "图片"),
            Map.entry("attachments", "附件"),
            Map.entry("flags", "标记"),
            Map.entry("body", "正文"));

    private static final Map<String, String> STATES = Map.of(
            "draft", "草稿",
            "in-review", "在审",
            "approved", "待发",
            "scheduled", "定时",
            "published", "已发布",
            "withdrawn", "已撤稿");

    private static final Map<String, String> KINDS = Map.of("original", "原创", "reprint", "转载", "advertorial", "广告");

    private final int stages;
    private final SectionTree tree;
    private final Map<String, StaffMember> staff;

    /** @param stages of a review, as they are configured */
    ReviewSheet(int stages, SectionTree tree, Map<String, StaffMember> staff) {
        this.stages = stages;
        this.tree = tree;
        this.staff = staff;
    }

    /** @param text what is worked on, or what is published when nothing is */
    String html(
            Article article, Revision.Text text, List<Revision> versions, List<Review> reviews, List<AuditEntry> done) {
        Manuscript manuscript = Manuscript.fromJson(text.manuscript());
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        Objects.requireNonNull(page.selectFirst("html")).attr("lang", "zh-CN");
        page.title("审稿单：" + manuscript.title());
        page.head().prependElement("meta").attr("charset", "utf-8");
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        page.head().appendElement("style").appendChild(new DataNode(STYLE));
        Element sheet = page.body().appendElement("main");
        sheet.appendElement("h1").text("审稿单");
        identity(sheet, article, manuscript, text);
        reviews(sheet, reviews);
        signatures(sheet);
        events(sheet, done);
        versions(sheet, versions);
        corrections(sheet, article);
        sheet.appendElement("h2").text("文稿");
        sheet.appendElement("h3").text(manuscript.title());
        sheet.appendElement("div").addClass("text").html(text.body());
        seal(sheet, done);
        return "<!DOCTYPE html>\n"
                + Objects.requireNonNull(page.selectFirst("html")).outerHtml() + "\n";
    }

    private void identity(Element sheet, Article article, Manuscript text, Revision.Text written) {
        Element table = sheet.appendElement("table").addClass("facts").appendElement("tbody");
        row(table, "标题", text.title());
        row(table, "引题", text.kicker());
        row(table, "副题", text.subtitle());
        row(
                table,
                "栏目",
                tree.breadcrumb(written.section()).stream()
                        .map(SectionTree.Crumb::name)
                        .collect(joining(" › ")));
        row(table, "类型", KINDS.getOrDefault(text.kind(), text.kind()));
        row(table, "署名", people(text.credits()));
        row(table, "编辑", people(text.editors()));
        row(table, "来源", text.source() == null ? null : text.source().name());
        row(table, "原作", original(text.original()));
        row(table, "标记", marks(text));
        row(table, "撰写", article.writers().stream().sorted().map(this::person).collect(joining("、")));
        row(table, "状态", state(article));
        row(table, "首次发布", article.publishedAt().map(TIME::format).orElse(null));
        row(table, "最近更新", article.updatedAt().map(TIME::format).orElse(null));
        row(table, "稿件标识", article.uri());
    }

    private static @Nullable String original(@Nullable Original original) {
        return original == null
                ? null
                : Stream.of(original.title(), original.author())
                        .filter(Objects::nonNull)
                        .collect(joining("，"));
    }

    private static String marks(Manuscript text) {
        return Stream.of(
                        text.flags().newsInformation() ? "新闻信息" : "",
                        text.flags().aiGenerated() ? "人工智能生成" : "",
                        text.flags().minorSensitive() ? "可能影响未成年人" : "")
                .filter(mark -> !mark.isEmpty())
                .collect(joining("、"));
    }

    private String state(Article article) {
        String readers = STATES.getOrDefault(article.state().toString(), "");
        Progress progress = article.progress();
        String stage = progress.stage().map(at -> "，待" + Stage.name(at, stages)).orElse("");
        return article.isPublished() || article.isWithdrawn()
                ? readers
                        + (progress.isSettled()
                                ? ""
                                : "，新稿" + STATES.getOrDefault(progress.state().toString(), ""))
                        + stage
                : readers + stage;
    }

    private void reviews(Element sheet, List<Review> reviews) {
        sheet.appendElement("h2").text("三审");
        if (reviews.isEmpty()) {
            sheet.appendElement("p").text("尚未审稿。");
            return;
        }
        Element table = table(sheet, "轮次", "环节", "审稿人", "意见", "说明", "时间");
        for (Review review : reviews) {
            Element row = table.appendElement("tr");
            row.appendElement("td").text(String.valueOf(review.round()));
            row.appendElement("td").text(Stage.name(review.stage(), stages));
            row.appendElement("td").text(personWithCard(review.reviewer()));
            row.appendElement("td").text(review.isApproval() ? "通过" : "退回");
            row.appendElement("td").text(review.note().orElse(""));
            row.appendElement("td").addClass("time").text(TIME.format(review.at()));
        }
    }

    private void signatures(Element sheet) {
        Element line = sheet.appendElement("p").addClass("signatures");
        for (int stage = 1; stage <= stages; stage++) {
            line.appendElement("span").text(Stage.name(stage, stages) + "签字：");
        }
    }

    private void events(Element sheet, List<AuditEntry> done) {
        sheet.appendElement("h2").text("经过");
        if (done.isEmpty()) {
            sheet.appendElement("p").text("没有记录。");
            return;
        }
        Element table = table(sheet, "序号", "时间", "何人", "何事", "理由与详情");
        for (AuditEntry entry : done) {
            Element row = table.appendElement("tr");
            row.appendElement("td").text(String.valueOf(entry.id()));
            row.appendElement("td").addClass("time").text(TIME.format(entry.at()));
            row.appendElement("td").text(person(entry.login()));
            row.appendElement("td").text(ACTIONS.getOrDefault(entry.action(), entry.action()));
            row.appendElement("td")
                    .text(Stream.concat(entry.reason().stream(), details(entry.details()))
                            .collect(joining("；")));
        }
    }

    private Stream<String> details(JsonObject details) {
        int of = details.getInt("stages", stages);
        return details.entrySet().stream()
                .filter(detail -> DETAILS.containsKey(detail.getKey()))
                .map(detail -> DETAILS.get(detail.getKey()) + " "
                        + (detail.getKey().equals("stage")
                                ? Stage.name(details.getInt("stage"), of)
                                : said(detail.getKey(), detail.getValue())));
    }

    private static String said(String key, JsonValue value) {
        return switch (value.getValueType()) {
            case STRING ->
                key.equals("publicationAt")
                        ? TIME.format(Instant.parse(((JsonString) value).getString()))
                        : ((JsonString) value).getString();
            case TRUE -> "是";
            case ARRAY ->
                value.asJsonArray().stream()
                        .map(each -> each instanceof JsonString text ? text.getString() : each.toString())
                        .collect(joining("、"));
            default -> value.toString();
        };
    }

    private void versions(Element sheet, List<Revision> versions) {
        sheet.appendElement("h2").text("版本");
        @Nullable Revision before = null;
        for (Revision version : versions) {
            Element head = sheet.appendElement("h3");
            head.text("第 " + version.number() + " 版　" + person(version.login()) + "　" + TIME.format(version.at())
                    + (version.text().minor() ? "　小改" : ""));
            if (before != null) {
                for (RevisionView.Change change : RevisionView.changes(before.text(), version.text(), tree)) {
                    Element part = sheet.appendElement("div").addClass("change");
                    part.appendElement("b").text(FIELDS.getOrDefault(change.field(), change.field()));
                    part.append(change.html());
                }
            }
            before = version;
        }
    }

    private static void corrections(Element sheet, Article article) {
        if (article.corrections().isEmpty()) {
            return;
        }
        sheet.appendElement("h2").text("更正");
        for (Correction correction : article.corrections()) {
            sheet.appendElement("p").text(TIME.format(correction.at()) + "　" + correction.text());
        }
    }

    /** Paper that can be held against the chain later. */
    private static void seal(Element sheet, List<AuditEntry> done) {
        if (!done.isEmpty()) {
            AuditEntry last = done.get(done.size() - 1);
            sheet.appendElement("p").addClass("seal").text("审计记录 " + last.id() + "，摘要 " + last.hash());
        }
    }

    private String person(String login) {
        if (login.equals(AuditEntry.TIMETABLE)) {
            return "定时任务";
        }
        @Nullable StaffMember member = staff.get(login);
        return member == null ? login : member.name() + "（" + login + "）";
    }

    private String personWithCard(String login) {
        Optional<StaffMember> member = Optional.ofNullable(staff.get(login));
        return person(login)
                + member.flatMap(StaffMember::position)
                        .map(position -> "，" + position)
                        .orElse("")
                + member.flatMap(StaffMember::pressCard)
                        .map(card -> "，记者证 " + card.number())
                        .orElse("");
    }

    private static String people(List<Credit> credits) {
        return credits.stream()
                .map(credit -> (credit.role() + " " + credit.name()).strip())
                .collect(joining("、"));
    }

    private static void row(Element table, String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            Element row = table.appendElement("tr");
            row.appendElement("th").attr("scope", "row").text(label);
            row.appendElement("td").text(value);
        }
    }

    private static Element table(Element sheet, String... columns) {
        Element table = sheet.appendElement("table");
        Element head = table.appendElement("thead").appendElement("tr");
        for (String column : columns) {
            head.appendElement("th").attr("scope", "col").text(column);
        }
        return table.appendElement("tbody");
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(ReviewSheet.class.getResourceAsStream("review-sheet.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style of the review sheet cannot be read", e);
        }
    }
}
