// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.article.article.Credit;
import org.rongmei.article.transfer.ImportItem.Photograph;
import org.rongmei.article.transfer.ImportItem.Place;
import org.rongmei.article.transfer.ImportItem.Story;
import org.rongmei.article.transfer.ImportItem.Unreadable;
import org.rongmei.kit.Problem;

class ImportReadersTest {

    private static final String WORDPRESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
                xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>旧站</title>
            <wp:author><wp:author_login>zhang</wp:author_login><wp:author_display_name>张泽青</wp:author_display_name></wp:author>
            <item><title>梯田里的秋收</title><link>https://old.example.cn/2019/10/%e7%a7%8b/?p=7</link>
              <pubDate>Tue, 01 Oct 2019 08:00:00 +0800</pubDate><dc:creator>zhang</dc:creator>
              <guid isPermaLink="false">http://old.example.cn/?p=7</guid><description></description>
              <content:encoded><![CDATA[第一段。

            第二段，[caption id="1"]图[/caption]
            换行。]]></content:encoded><excerpt:encoded>摘要</excerpt:encoded>
              <wp:post_date_gmt>2019-10-01 00:00:00</wp:post_date_gmt>
              <wp:post_modified_gmt>2019-10-02 00:00:00</wp:post_modified_gmt>
              <wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_password></wp:post_password>
              <category domain="post_tag" nicename="qiushou">秋收</category>
              <wp:postmeta><wp:meta_key>title</wp:meta_key><wp:meta_value>别的</wp:meta_value></wp:postmeta></item>
            <item><title>草稿</title><guid>http://old.example.cn/?p=8</guid><wp:post_type>post</wp:post_type>
              <wp:status>draft</wp:status></item>
            <item><title>有密码</title><guid>http://old.example.cn/?p=9</guid><wp:post_type>post</wp:post_type>
              <wp:status>publish</wp:status><wp:post_password>secret</wp:post_password></item>
            <item><title>附件</title><guid>http://old.example.cn/?p=10</guid><wp:post_type>attachment</wp:post_type></item>
            </channel></rss>""";

    @TempDir
    Path directory;

    @Test
    void wordPressPostKeepsItsGuidItsDatesAndItsOldAddress() throws IOException {
        Story story = (Story) read(ImportType.RSS, WORDPRESS).get(0);

        assertThat(story.origin().uri()).isEqualTo("http://old.example.cn/?p=7");
        assertThat(story.origin().publishedAt()).isEqualTo(Instant.parse("2019-10-01T00:00:00Z"));
        assertThat(story.origin().updatedAt()).isEqualTo(Instant.parse("2019-10-02T00:00:00Z"));
        assertThat(story.draft().title()).isEqualTo("梯田里的秋收");
        assertThat(story.draft().summary()).isEqualTo("摘要");
        assertThat(story.draft().section()).isEqualTo("news");
        assertThat(story.draft().credits()).containsExactly(new Credit("", "张泽青"));
        assertThat(story.draft().tags()).containsExactly("秋收");
        assertThat(story.draft().aliases()).containsExactly("/2019/10/%e7%a7%8b/?p=7");
        assertThat(story.draft().body()).isEqualTo("<p>第一段。</p><p>第二段，图<br>换行。</p>");
        assertThat(story.losses()).hasSize(1);
    }

    @Test
    void whatWasNotPublicInWordPressIsRefused() throws IOException {
        List<ImportItem> items = read(ImportType.RSS, WORDPRESS);

        assertThat(items).hasSize(4);
        assertThat(items.subList(1, 4)).allMatch(Unreadable.class::isInstance);
        assertThat(((Unreadable) items.get(2)).why().english()).contains("password");
    }

    @Test
    void rssWithoutWordPressIsTakenAsFarAsItGoes() throws IOException {
        Story story = (Story) read(
                        ImportType.RSS,
                        "<rss version='2.0'><channel><title>x</title><item><title>A &amp;amp; B</title>"
                                + "<link>https://old.example.cn/show.asp?id=7</link>"
                                + "<description>&lt;p&gt;正文&lt;/p&gt;</description>"
                                + "<pubDate>Wed, 2 Jan 2013 08:00:00 GMT</pubDate></item></channel></rss>")
                .get(0);

        assertThat(story.origin().uri()).isEqualTo("https://old.example.cn/show.asp?id=7");
        assertThat(story.draft().title()).isEqualTo("A & B");
        assertThat(story.draft().body()).isEqualTo("<p>正文</p>");
        assertThat(story.draft().aliases()).containsExactly("/show.asp?id=7");
        assertThat(story.origin().publishedAt()).isEqualTo(Instant.parse("2013-01-02T08:00:00Z"));
    }

    @Test
    void atomEntryKeepsItsIdAndItsMarkup() throws IOException {
        Story story = (Story) read(
                        ImportType.ATOM,
                        "<feed xmlns='http://www.w3.org/2005/Atom'><id>x</id><title>x</title><author><name>总</name></author>"
                                + "<entry><id>tag:old.example.cn,2019:7</id><title type='html'>甲&amp;amp;乙</title>"
                                + "<published>2019-10-01T08:00:00+08:00</published><updated>2019-10-02T00:00:00Z</updated>"
                                + "<author><name>张泽青</name></author><category term='秋收'/>"
                                + "<link href='https://old.example.cn/a/7.html'/>"
                                + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>稻<b>子</b>&amp;米</p>"
                                + "</div></content></entry></feed>")
                .get(0);

        assertThat(story.origin().uri()).isEqualTo("tag:old.example.cn,2019:7");
        assertThat(story.origin().publishedAt()).isEqualTo(Instant.parse("2019-10-01T00:00:00Z"));
        assertThat(story.origin().updatedAt()).isEqualTo(Instant.parse("2019-10-02T00:00:00Z"));
        assertThat(story.draft().title()).isEqualTo("甲&乙");
        assertThat(story.draft().credits()).containsExactly(new Credit("", "张泽青"));
        assertThat(story.draft().tags()).containsExactly("秋收");
        assertThat(story.draft().aliases()).containsExactly("/a/7.html");
        assertThat(story.draft().body()).contains("<p>稻<b>子</b>&amp;米</p>");
    }

    @Test
    void ownFormHasSectionsPicturesAndArticles() throws IOException {
        List<ImportItem> items = read(ImportType.NDJSON, """
                {"path":"news/towns","name":"镇街","position":3,"hidden":true}
                {"id":"0000000000001","alt":"梯田","pixels":"AAEC"}

                {"uri":"old:7","title":"甲","publishedAt":"2019-10-01T08:00:00+08:00","unknown":1}
                {"uri":"old:8","title":"乙","section":"culture","state":"draft"}
                {"uri":"old:9","title":"丙","publishedAt":"gestern"}
                {"uri":"old:10","title":
                """);

        assertThat(items).hasSize(6);
        assertThat(items.get(0)).isEqualTo(new Place(null, "news/towns", "镇街", 3, true));
        assertThat(((Photograph) items.get(1)).picture().pixels()).containsExactly(0, 1, 2);
        Story story = (Story) items.get(2);
        assertThat(story.draft().section()).isEqualTo("news");
        assertThat(story.origin().publishedAt()).isEqualTo(Instant.parse("2019-10-01T00:00:00Z"));
        assertThat(items.subList(3, 6)).allMatch(Unreadable.class::isInstance);
        assertThat(((Unreadable) items.get(4)).uri()).isEqualTo("old:9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&x;</title></item></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><rss><channel><item>&b;</item></channel></rss>",
                "<!DOCTYPE rss SYSTEM 'http://localhost:1/x.dtd'><rss><channel/></rss>",
                "<rss><channel><item><title>&nbsp;</title></item></channel></rss>",
                "<rss><channel><item><title>断了</title></item><item><tit",
                "<html><body/></html>",
                "不是 XML",
                "",
            })
    void fileThatIsNoFeedIsRefusedAsAWhole(String xml) {
        assertThatThrownBy(() -> read(ImportType.RSS, xml))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @Test
    void textWithoutEndIsRefusedBeforeItFillsTheMemory() {
        String endless =
                "<rss><channel><item><description>" + "字".repeat(4_100_000) + "</description></item></channel></rss>";

        assertThatThrownBy(() -> read(ImportType.RSS, endless)).isInstanceOf(Problem.class);
    }

    /** Each of them is small; 200 such items are a chunk. */
    @ParameterizedTest
    @ValueSource(strings = {"<category/>", "<category a='b' c='d'>字</category>", "<x><y><z/></y></x>"})
    void itemOfManySmallPartsIsRefusedBeforeItFillsTheMemory(String part) {
        String endless = "<rss><channel><item><title>多</title>" + part.repeat(100_000) + "</item></channel></rss>";

        assertThatThrownBy(() -> read(ImportType.RSS, endless)).isInstanceOf(Problem.class);
    }

    @Test
    void sizeOfAnItemIsThatOfAllItsFields() throws IOException {
        String line = "{\"uri\":\"a:1\",\"title\":\"" + "长".repeat(1_000_000) + "\",\"tags\":[\"" + "签".repeat(500_000)
                + "\"],\"publishedAt\":\"2013-01-02T08:00:00Z\"}";

        assertThat(read(ImportType.NDJSON, line))
                .singleElement()
                .satisfies(item -> assertThat(item.size()).isGreaterThan(1_500_000));
    }

    @Test
    void lineThatIsNestedTooDeeplyIsRefusedAlone() throws IOException {
        String good = "{\"uri\":\"a:1\",\"title\":\"好的\",\"publishedAt\":\"2013-01-02T08:00:00Z\"}";
        List<ImportItem> items =
                read(ImportType.NDJSON, "[".repeat(100_000) + "\n{\"a\":" + "{\"b\":".repeat(2_000) + "\n" + good);

        assertThat(items).hasSize(3);
        assertThat(items.subList(0, 2)).allMatch(Unreadable.class::isInstance);
        assertThat(items.get(2)).isInstanceOf(Story.class);
    }

    @Test
    void lineThatIsNotUtf8IsRefusedAndNotTakenWithQuestionMarks() throws IOException {
        String line = "{\"uri\":\"a:1\",\"title\":\"秋收\",\"publishedAt\":\"2013-01-02T08:00:00Z\"}\n";
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.write(line.getBytes("GBK"));
        sent.write(line.getBytes(StandardCharsets.UTF_8));

        List<ImportItem> items = read(ImportType.NDJSON, sent.toByteArray());

        assertThat(((Unreadable) items.get(0)).why().english()).contains("UTF-8");
        assertThat(((Story) items.get(1)).draft().title()).isEqualTo("秋收");
    }

    @Test
    void byteOrderMarkBelongsToNoLine() throws IOException {
        assertThat(read(ImportType.NDJSON, "\uFEFF{\"path\":\"news\",\"name\":\"新闻\"}\n"))
                .singleElement()
                .isInstanceOf(Place.class);
    }

    @Test
    void whatIsNotTakenOfAFeedIsSaid() throws IOException {
        Story rss = (Story) read(
                        ImportType.RSS,
                        "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><item><title>a</title>"
                                + "<guid>x:1</guid><enclosure url='https://a.example/1.mp3' type='audio/mpeg' length='1'/>"
                                + "<media:content url='https://a.example/1.jpg'/></item></channel></rss>")
                .get(0);
        Story atom = (Story) read(
                        ImportType.ATOM,
                        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>a</title><id>x:2</id>"
                                + "<link rel='enclosure' href='https://a.example/1.mp3'/>"
                                + "<updated>2013-01-02T08:00:00Z</updated></entry></feed>")
                .get(0);

        assertThat(rss.losses())
                .hasSize(2)
                .allSatisfy(loss -> assertThat(loss.english()).contains("https://a.example/1."));
        assertThat(atom.losses())
                .singleElement()
                .satisfies(loss -> assertThat(loss.english()).contains("https://a.example/1.mp3"));
    }

    private List<ImportItem> read(ImportType type, String text) throws IOException {
        return read(type, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<ImportItem> read(ImportType type, byte[] sent) throws IOException {
        Path file = Files.write(directory.resolve("sent"), sent);
        List<ImportItem> items = new ArrayList<>();
        try (ImportReader reader = type.open(file, "news")) {
            for (ImportItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item);
            }
        }
        return items;
    }
}
