// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongmei.feed.feed.FeedFixture.SITE;
import static org.rongmei.feed.feed.FeedFixture.awkward;
import static org.rongmei.feed.feed.FeedFixture.entry;
import static org.rongmei.feed.feed.FeedFixture.rich;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The rules of RSS 2.0 with its Best Practices Profile, of Atom 1.0 (RFC 4287), RFC 4946, 5005 and 6721, and of JSON Feed
 * 1.1, one by one, held against a feed that has everything in it. Read by the platform's own parsers.
 */
class FeedRulesTest {

    private static final String ITEM = "/rss/channel/item";
    private static final String ENTRY = "/atom:feed/atom:entry";

    private final Feed feed = feed(new FeedAddress(FeedAddress.Subject.SECTION, "news/towns", false));
    private final XmlReading rss = XmlReading.of(FeedFormat.RSS.write(feed));
    private final XmlReading atom = XmlReading.of(FeedFormat.ATOM.write(feed));
    private final JsonObject json = Json.createReader(new ByteArrayInputStream(FeedFormat.JSON.write(feed)))
            .readObject();

    private static Feed feed(FeedAddress address) {
        FeedFixture fixture = new FeedFixture();
        fixture.address = address;
        fixture.history = new Feed.History(120, address.isArchive() ? 200 : 0);
        FeedFixture.EntryFixture brief = entry("d");
        brief.content = null;
        return fixture.with(rich("a"))
                .with(awkward("b"))
                .with(entry("c"))
                .with(brief)
                .withdrawn("tag:example.com,2026-03-02:x", FeedFixture.MONDAY)
                .withdrawn("no iri at all", FeedFixture.TUESDAY)
                .feed();
    }

    @Test
    @DisplayName("R1: version 2.0, one channel with title, link and description")
    void r1() {
        assertThat(rss.text("/rss/@version")).isEqualTo("2.0");
        assertThat(rss.names("/rss/*")).containsExactly("channel");
        assertThat(rss.text("/rss/channel/title")).isNotBlank();
        assertThat(rss.text("/rss/channel/link")).isNotBlank();
        assertThat(rss.text("/rss/channel/description")).isNotBlank();
    }

    @Test
    @DisplayName("R2: a title or description in each item; HTML in its description and nowhere else")
    void r2() {
        assertThat(rss.texts(ITEM + "/title")).hasSize(4).noneMatch(String::isBlank);
        assertThat(rss.texts(ITEM + "/description")).hasSize(4).noneMatch(String::isBlank);
        assertThat(rss.text(ITEM + "[2]/title")).isEqualTo(FeedFixture.AWKWARD);
        assertThat(Jsoup.parse(rss.text(ITEM + "[2]/description")).text()).isEqualTo(FeedFixture.AWKWARD);
    }

    @Test
    @DisplayName("R3: & and < in plain text as hexadecimal references, and as they are in CDATA")
    void r3() {
        String document = new String(FeedFormat.RSS.write(feed), StandardCharsets.UTF_8);
        String withoutText = document.replaceAll("(?s)<!\\[CDATA\\[.*?]]>", "");

        assertThat(withoutText).contains("<title>&#x3C;b&gt;").contains("&#x26; ]]&gt;");
        assertThat(withoutText.replaceAll("=\"[^\"]*\"", "")).doesNotContain("&amp;", "&lt;");
        assertThat(rss.text(ITEM + "[2]/content:encoded")).contains("<b>“秋收”</b> & ");
    }

    @Test
    @DisplayName("R4: RFC 822 dates with four digits of the year, English names and +0800")
    void r4() {
        DateTimeFormatter rfc822 = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
        List<String> dates = rss.texts("//pubDate | //lastBuildDate");

        assertThat(dates).hasSize(5).allMatch(date -> date.endsWith(" +0800"));
        assertThat(dates.stream().map(date -> OffsetDateTime.parse(date, rfc822).toInstant()))
                .containsOnly(FeedFixture.MONDAY, FeedFixture.TUESDAY);
    }

    @Test
    @DisplayName("R5: an address before the editor's name; a name alone is a dc:creator and never an author")
    void r5() {
        assertThat(rss.text("/rss/channel/managingEditor")).matches("[^ @()]+@[^ @()]+ \\([^()]+\\)");
        assertThat(rss.texts("//author | //webMaster")).isEmpty();
        assertThat(rss.texts(ITEM + "[1]/dc:creator")).containsExactly("张泽青", "杨郭");
    }

    @Test
    @DisplayName("R6: every address absolute")
    void r6() {
        List<String> addresses = rss.texts(
                "//link | //@href | //enclosure/@url | //media:content/@url | //media:thumbnail/@url | //source/@url");

        assertThat(addresses)
                .hasSizeGreaterThan(10)
                .allMatch(address -> URI.create(address).isAbsolute())
                .allMatch(address -> address.matches("\\p{ASCII}+"));
    }

    @Test
    @DisplayName("R7: a guid in each item, once, and no permalink")
    void r7() {
        assertThat(rss.texts(ITEM + "/guid")).hasSize(4).doesNotHaveDuplicates();
        assertThat(rss.texts(ITEM + "/guid/@isPermaLink")).hasSize(4).containsOnly("false");
    }

    @Test
    @DisplayName("R8: at most one enclosure, with address, type and length")
    void r8() {
        assertThat(rss.texts(ITEM + "[1]/enclosure/@url")).containsExactly("https://cdn.example.com/a.mp4");
        assertThat(rss.texts(ITEM + "[1]/enclosure/@length")).containsExactly("7000000000");
        assertThat(rss.texts(ITEM + "[1]/enclosure/@type")).containsExactly("video/mp4");
        assertThat(rss.texts("//enclosure")).hasSize(1);
    }

    @Test
    @DisplayName("Media RSS: every film and picture with its size, and who took it")
    void mediaRss() {
        String media = ITEM + "[1]/media:content";
        assertThat(rss.texts(media + "/@url"))
                .containsExactly(
                        "https://cdn.example.com/a.mp4",
                        "https://cdn.example.com/a.mp3",
                        SITE + "/content/media/06k3r8vq00001/large");
        assertThat(rss.texts(media + "/@medium")).containsExactly("video", "audio", "image");
        assertThat(rss.texts(media + "/@fileSize")).containsExactly("7000000000");
        assertThat(rss.text(media + "/media:credit[@role='photographer']")).isEqualTo("张泽青 摄");
        assertThat(rss.text(media + "/media:description")).isEqualTo("稻谷");
    }

    @Test
    @DisplayName("R9: the channel's own address, as it was fetched, with its type")
    void r9() {
        assertThat(rss.text("/rss/channel/atom:link[@rel='self']/@href"))
                .isEqualTo(SITE + "/feeds/sections/news/towns/rss.xml");
        assertThat(rss.text("/rss/channel/atom:link[@rel='self']/@type")).isEqualTo("application/rss+xml");
    }

    @Test
    @DisplayName("R10: items after everything else of the channel")
    void r10() {
        assertThat(rss.names(ITEM + "[1]/following-sibling::*")).containsOnly("item");
    }

    @Test
    @DisplayName("R11: content:encoded after the description, or not at all")
    void r11() {
        assertThat(rss.names(ITEM + "[content:encoded]/content:encoded/preceding-sibling::description"))
                .hasSize(3);
        assertThat(rss.texts(ITEM + "[4]/content:encoded")).isEmpty();
    }

    @Test
    @DisplayName("R12: no image, as there is none that fits")
    void r12() {
        assertThat(rss.texts("/rss/channel/image")).isEmpty();
    }

    @Test
    @DisplayName("R13: lastBuildDate is when the content changed")
    void r13() {
        assertThat(rss.text("/rss/channel/lastBuildDate")).isEqualTo("Wed, 04 Mar 2026 01:30:05 +0800");
    }

    @Test
    @DisplayName("R14: no textInput, no times to skip, no ttl; the language is zh-cn")
    void r14() {
        assertThat(rss.texts("//textInput | //skipHours | //skipDays | //ttl")).isEmpty();
        assertThat(rss.text("/rss/channel/language")).isEqualTo("zh-cn");
    }

    @Test
    @DisplayName("R15: whatever has no namespace is of the specification")
    void r15() {
        assertThat(new HashSet<>(rss.names("//*[namespace-uri()='']")))
                .isSubsetOf(
                        "rss",
                        "channel",
                        "title",
                        "link",
                        "description",
                        "language",
                        "copyright",
                        "managingEditor",
                        "lastBuildDate",
                        "item",
                        "guid",
                        "pubDate",
                        "category",
                        "enclosure",
                        "source");
    }

    @Test
    @DisplayName("R16: nothing said twice, neither a date nor a language")
    void r16() {
        assertThat(rss.names("//dc:date | //dc:language | //dc:title | //dc:publisher"))
                .isEmpty();
    }

    @Test
    @DisplayName("RFC 4287, 4.1.1: one id, title and updated, an author, one self and one alternate")
    void atomFeed() {
        assertThat(atom.text("/atom:feed/atom:id")).startsWith("urn:uuid:");
        assertThat(atom.text("/atom:feed/atom:title")).isNotBlank();
        assertThat(atom.text("/atom:feed/atom:updated")).isEqualTo("2026-03-04T01:30:05+08:00");
        assertThat(atom.text("/atom:feed/atom:author/atom:name")).isEqualTo("青岚县融媒体中心");
        assertThat(atom.text("/atom:feed/atom:rights")).contains("青岚县融媒体中心");
        assertThat(atom.text("/atom:feed/atom:link[@rel='self']/@href"))
                .isEqualTo(SITE + "/feeds/sections/news/towns/atom.xml");
        assertThat(atom.text("/atom:feed/atom:link[@rel='alternate']/@href")).isEqualTo(SITE + "/news/towns/");
    }

    @Test
    @DisplayName(
            "RFC 4287, 4.1.2: one id, title, updated and published in each entry, one alternate, content or summary")
    void atomEntries() {
        for (String once : List.of("atom:id", "atom:title", "atom:updated", "atom:published", "atom:rights")) {
            assertThat(atom.texts(ENTRY + "[count(" + once + ")=1]")).as(once).hasSize(4);
        }
        assertThat(atom.texts(ENTRY + "[count(atom:link[@rel='alternate'])=1]")).hasSize(4);
        assertThat(atom.texts(ENTRY + "[not(atom:content) and not(atom:summary)]"))
                .isEmpty();
        assertThat(atom.texts(ENTRY + "/atom:category/@term")).isNotEmpty().noneMatch(String::isBlank);
    }

    @Test
    @DisplayName("RFC 4287, 3.1.1: titles and texts say that they are HTML")
    void atomTexts() {
        assertThat(atom.texts(ENTRY + "/atom:title/@type | " + ENTRY + "/atom:content/@type"))
                .hasSize(7)
                .containsOnly("html");
        assertThat(Jsoup.parse(atom.text(ENTRY + "[2]/atom:title")).text()).isEqualTo(FeedFixture.AWKWARD);
    }

    @Test
    @DisplayName("RFC 4287, 3.3: RFC 3339 dates with T and zone")
    void atomDates() {
        List<String> dates = atom.texts("//atom:updated | //atom:published | //at:deleted-entry/@when");

        assertThat(dates).hasSize(11).allMatch(date -> date.matches("[0-9-]{10}T[0-9:]{8}\\+08:00"));
        assertThat(dates.stream().map(date -> OffsetDateTime.parse(date).toInstant()))
                .containsOnly(FeedFixture.MONDAY, FeedFixture.TUESDAY);
    }

    @Test
    @DisplayName("RFC 4287, 4.2.6: an id is an absolute IRI; what is none becomes a urn, always the same")
    void atomIds() {
        assertThat(atom.texts("//atom:id | //at:deleted-entry/@ref"))
                .hasSize(7)
                .allMatch(id -> URI.create(id).isAbsolute());
        assertThat(AtomId.of("no iri at all")).startsWith("urn:uuid:");
        assertThat(AtomId.of("旧站 12")).isEqualTo(AtomId.of("旧站 12")).isNotEqualTo(AtomId.of("旧站 13"));
        assertThat(AtomId.of("tag:example.com,2026:1")).isEqualTo("tag:example.com,2026:1");
        assertThat(AtomId.of("http://旧站.example/一")).isEqualTo("http://旧站.example/一");
    }

    @Test
    @DisplayName("RFC 4287, 2: xml:lang")
    void atomLanguage() {
        assertThat(atom.text("/atom:feed/@xml:lang")).isEqualTo("zh-CN");
    }

    @Test
    @DisplayName("RFC 4946: the licence is a link")
    void atomLicence() {
        assertThat(atom.text(ENTRY + "/atom:link[@rel='license']/@href"))
                .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    }

    @Test
    @DisplayName("RFC 6721: a tombstone has ref and when, and stands in the feed")
    void tombstones() {
        assertThat(atom.text("/atom:feed/at:deleted-entry[1]/@ref")).isEqualTo("tag:example.com,2026-03-02:x");
        assertThat(atom.text("/atom:feed/at:deleted-entry[1]/@when")).isEqualTo("2026-03-02T09:00:00+08:00");
        assertThat(rss.texts("//*[contains(text(), '2026-03-02:x')]")).isEmpty();
    }

    @Test
    @DisplayName("RFC 5005, 4: the subscription document leads to the archive, and is none")
    void subscriptionDocument() {
        assertThat(atom.text("/atom:feed/atom:link[@rel='prev-archive']/@href"))
                .isEqualTo(SITE + "/feeds/sections/news/towns/archive/120/atom.xml");
        assertThat(rss.text("/rss/channel/atom:link[@rel='prev-archive']/@href"))
                .isEqualTo(SITE + "/feeds/sections/news/towns/archive/120/rss.xml");
        assertThat(atom.texts("//fh:archive")).isEmpty();
        assertThat(rss.texts("//fh:archive")).isEmpty();
    }

    @Test
    @DisplayName("JSON Feed 1.1: version, title, ids, one kind of content, authors and language")
    void jsonFeed() {
        assertThat(json.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.getString("title")).isNotBlank();
        assertThat(json.getString("language")).isEqualTo("zh-CN");
        assertThat(json.getString("feed_url")).isEqualTo(SITE + "/feeds/sections/news/towns/feed.json");
        assertThat(json.getString("next_url"))
                .isEqualTo(SITE + "/feeds/sections/news/towns/archive/120/feed.json")
                .isNotEqualTo(json.getString("feed_url"));
        assertThat(json.containsKey("author")).isFalse();
        List<JsonObject> items = json.getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(items.stream().map(item -> item.getString("id"))).hasSize(4).doesNotHaveDuplicates();
        assertThat(items).allMatch(item -> item.containsKey("content_html") != item.containsKey("content_text"));
        assertThat(items).noneMatch(item -> item.containsKey("author"));
    }

    @Test
    @DisplayName("JSON Feed 1.1: extensions begin with an underscore and have no dots; withdrawals are in ours")
    void jsonExtensions() {
        JsonObject item = json.getJsonArray("items").getJsonObject(0);

        assertThat(Stream.concat(json.keySet().stream(), item.keySet().stream()).filter(name -> name.startsWith("_")))
                .containsOnly("_rongmei");
        assertThat(json.getJsonObject("_rongmei").getJsonArray("withdrawn").getJsonObject(0))
                .isEqualTo(Json.createObjectBuilder()
                        .add("id", "tag:example.com,2026-03-02:x")
                        .add("when", "2026-03-02T09:00:00+08:00")
                        .build());
        assertThat(item.getJsonArray("attachments").getJsonObject(0).getString("mime_type"))
                .isEqualTo("video/mp4");
    }

    @Test
    @DisplayName("人工智能生成合成内容标识办法: the label can be read by machines in every format")
    void labelOfWhatMachinesWrote() {
        FeedFixture.EntryFixture machine = entry("m");
        machine.aiGenerated = true;
        Feed labelled = new FeedFixture().with(machine).with(entry("h")).feed();
        XmlReading inRss = XmlReading.of(FeedFormat.RSS.write(labelled));
        XmlReading inAtom = XmlReading.of(FeedFormat.ATOM.write(labelled));
        String inJson = new String(FeedFormat.JSON.write(labelled), StandardCharsets.UTF_8);

        assertThat(inRss.texts(ITEM + "[category[@domain='" + SITE + "/subscribe/#labels']='ai-generated']/guid"))
                .containsExactly("tag:example.com,2026-03-02:m");
        assertThat(inAtom.texts(ENTRY + "[atom:category[@scheme and @term='ai-generated']]/atom:id"))
                .containsExactly("tag:example.com,2026-03-02:m");
        assertThat(inJson).containsOnlyOnce("\"ai_generated\":true");
    }

    @Test
    @DisplayName("RFC 5005, 4: an archive document says that it is one, and links to its neighbours and the feed")
    void archiveDocument() {
        Feed archive = feed(new FeedAddress(FeedAddress.Subject.SECTION, "news/towns", false, 150));
        XmlReading inAtom = XmlReading.of(FeedFormat.ATOM.write(archive));
        XmlReading inRss = XmlReading.of(FeedFormat.RSS.write(archive));

        for (String path : List.of("/atom:feed/", "/rss/channel/")) {
            XmlReading document = path.startsWith("/rss") ? inRss : inAtom;
            String file = path.startsWith("/rss") ? "rss.xml" : "atom.xml";
            assertThat(document.texts(path + "fh:archive")).hasSize(1);
            assertThat(document.text(path + "atom:link[@rel='current']/@href"))
                    .isEqualTo(SITE + "/feeds/sections/news/towns/" + file);
            assertThat(document.text(path + "atom:link[@rel='next-archive']/@href"))
                    .isEqualTo(SITE + "/feeds/sections/news/towns/archive/200/" + file);
        }
    }
}
