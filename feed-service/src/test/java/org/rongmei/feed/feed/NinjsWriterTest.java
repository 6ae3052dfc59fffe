// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.rongmei.feed.feed.FeedFixture.AWKWARD;
import static org.rongmei.feed.feed.FeedFixture.MONDAY;
import static org.rongmei.feed.feed.FeedFixture.SITE;
import static org.rongmei.feed.feed.FeedFixture.TUESDAY;
import static org.rongmei.feed.feed.FeedFixture.awkward;
import static org.rongmei.feed.feed.FeedFixture.entry;
import static org.rongmei.feed.feed.FeedFixture.rich;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** IPTC ninjs 3.1. The schema is IPTC's and not in the project: it is looked for beside it. */
class NinjsWriterTest {

    private static final Path SCHEMA =
            Path.of(System.getProperty("rongmei.schemas", "../../shared/schemas"), "ninjs-schema_3.1.json");

    FeedFixture fixture = new FeedFixture();
    NinjsWriter.Place place = new NinjsWriter.Place("cunzhen/qinglan", "青岚村", SITE + "/cunzhen/qinglan/");

    private static JsonObject article(FeedFixture.EntryFixture entry, NinjsWriter.Place place) {
        return NinjsWriter.article(entry.entry(), place);
    }

    private static void assertValid(JsonObject document) throws IOException {
        assumeThat(SCHEMA)
                .as("IPTC's ninjs-schema_3.1.json is not there (-Drongmei.schemas): not checked against it")
                .exists();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
        assertThat(schema.validate("{\"uri\":3}", InputFormat.JSON)).isNotEmpty();
        assertThat(schema.validate(
                        document.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(document.toString())
                .isEmpty();
    }

    private static FeedFixture.EntryFixture reprint() {
        FeedFixture.EntryFixture entry = rich("a");
        entry.aiGenerated = true;
        entry.provenance = new Feed.Provenance(
                "a", 3, "reprint", "丰收季", "村民忙晒谷", "澜川日报社", "经授权转载", "秋收原题", "林远", "https://paper.example.com/1");
        return entry;
    }

    @Test
    void articleIsValid() throws IOException {
        assertValid(article(entry("a"), place));
    }

    @Test
    void reprintWithEverythingIsValid() throws IOException {
        assertValid(article(reprint(), place));
    }

    @Test
    void textsAsAwkwardAsTheyComeAreValid() throws IOException {
        assertValid(article(awkward("a"), place));
    }

    @Test
    void whatMustGoIsValid() throws IOException {
        assertValid(NinjsWriter.canceled("tag:example.com,2026-03-02:a", TUESDAY));
        assertValid(NinjsWriter.canceled("老系统的编号 17", TUESDAY));
    }

    @Test
    void pageIsValid() throws IOException {
        assertValid(page());
    }

    @Test
    void pageListsItsEntriesAndWhatWasWithdrawn() {
        JsonObject page = page();

        assertThat(page.getString("type")).isEqualTo("composite");
        assertThat(page.getJsonArray("associations").getValuesAs(JsonObject.class))
                .extracting(item -> item.getString("uri") + " " + item.getString("pubStatus"))
                .containsExactly(
                        "tag:example.com,2026-03-02:a usable",
                        "tag:example.com,2026-03-02:b usable",
                        "tag:example.com,2026-03-02:c canceled");
    }

    private JsonObject page() {
        Feed feed = fixture.with(reprint())
                .with(entry("b"))
                .withdrawn("tag:example.com,2026-03-02:c", TUESDAY)
                .feed();
        return NinjsWriter.page(feed, SITE + "/feeds/partner/sections/cunzhen/ninjs.json");
    }

    @Test
    void articleSaysWhoWroteItWhereItStandsAndWhoseItIs() {
        JsonObject article = article(reprint(), place);

        assertThat(article.getString("uri")).isEqualTo("tag:example.com,2026-03-02:a");
        assertThat(article.getString("pubStatus")).isEqualTo("usable");
        assertThat(article.getString("version")).isEqualTo("3");
        assertThat(article.getString("representationType")).isEqualTo("full");
        assertThat(article.getString("by")).isEqualTo("张泽青 杨郭");
        assertThat(article.getString("copyrightHolder")).isEqualTo("澜川日报社");
        assertThat(article.getString("usageTerms")).isEqualTo("经授权转载");
        assertThat(article.getJsonObject("rightsInfo").getString("linkedRights"))
                .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(article.getString("firstCreated")).isEqualTo(FeedDates.rfc3339(MONDAY));
        assertThat(article.getString("versionCreated")).isEqualTo(FeedDates.rfc3339(TUESDAY));
        assertThat(article.getJsonArray("subjects").getJsonObject(0).getString("literal"))
                .isEqualTo("cunzhen/qinglan");
        assertThat(article.getJsonArray("people").toString()).contains("林远", "original-author");
        assertThat(article.getJsonArray("infoSources").toString()).contains("新华社", "秋收原题");
        assertThat(article.getJsonObject("digitalSourceType").getString("name")).isEqualTo("人工智能生成");
    }

    @Test
    void textThatMayNotBeGivenIsNotThere() {
        FeedFixture.EntryFixture entry = entry("a");
        entry.content = null;

        JsonObject article = article(entry, place);

        assertThat(article.getString("representationType")).isEqualTo("partial");
        assertThat(article.containsKey("bodies")).isFalse();
        assertThat(article.getJsonArray("descriptions").getJsonObject(0).getString("value"))
                .isEqualTo("金黄的稻谷晒满了场院。");
    }

    @Test
    void textsStayAsTheyAre() {
        assertThat(article(awkward("a"), place).getString("title")).isEqualTo(AWKWARD);
    }

    @Test
    void whatMustGoHasNothingButItsIdentity() {
        assertThat(NinjsWriter.canceled("tag:example.com,2026-03-02:a", TUESDAY))
                .containsOnlyKeys("uri", "type", "representationType", "versionCreated", "pubStatus", "standard");
    }
}
