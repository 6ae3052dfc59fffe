// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.directory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.feed.FeedSettings;
import org.rongmei.feed.entry.CopyDesk;
import org.rongmei.feed.entry.Editions;
import org.rongmei.feed.entry.Filings;
import org.rongmei.feed.entry.Sections;
import org.rongmei.feed.entry.ToldLog;
import org.rongmei.feed.follow.MastheadFollower;
import org.rongmei.test.Deployments;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The directory and the news sitemap, read back by a parser that knows neither. */
@ExtendWith(ArquillianExtension.class)
class DirectoryIT {

    private static final Instant NOW = ToldLog.NOON;
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    @Deployment
    static WebArchive service() {
        return Deployments.service("feed-service", "feeds").addClasses(DirectoryIT.class, ToldLog.class);
    }

    @Inject
    CopyDesk copyDesk;

    @Inject
    Editions editions;

    @Inject
    Sections sections;

    @Inject
    Filings filings;

    @Inject
    MastheadFollower mastheads;

    @Inject
    FeedSettings settings;

    private final String news = ToldLog.newId();
    private final String towns = ToldLog.newId();
    private ToldLog log;

    @BeforeEach
    void openSections() {
        log = new ToldLog(copyDesk);
        log.opened(news, "p" + news).opened(towns, "p" + news + "/towns");
        log.tell();
    }

    @Test
    void everyOpenSectionIsInTheDirectory() throws Exception {
        String closed = ToldLog.newId();
        log.opened(closed, "p" + closed).section("section-closed", closed, "p" + closed);
        log.tell();

        Document opml = parsed(fresh().opml());

        assertThat(opml.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        List<String> feeds = attributes(opml, "xmlUrl");
        assertThat(feeds)
                .startsWith("https://news.example/feeds/rss.xml")
                .contains(
                        "https://news.example/feeds/sections/p" + news + "/rss.xml",
                        "https://news.example/feeds/sections/p" + news + "/towns/rss.xml")
                .noneMatch(feed -> feed.contains(closed));
        int town = feeds.indexOf("https://news.example/feeds/sections/p" + news + "/towns/rss.xml");
        assertThat(attributes(opml, "text").get(town)).isEqualTo("栏目 / 栏目");
        assertThat(attributes(opml, "htmlUrl").get(town)).isEqualTo("https://news.example/p" + news + "/towns/");
        assertThat(attributes(opml, "type")).containsOnly("rss");
    }

    @Test
    void sitemapHasTheNewsOfTwoDaysInStepWithTheFeeds() throws Exception {
        log.published("new1", news, NOW.minus(Duration.ofMinutes(1)));
        log.told(
                "published",
                ToldLog.article("new2", towns, NOW.minus(Duration.ofHours(47)))
                        .add("title", "A&B <新>\u0001闻")
                        .build());
        log.published("old1", news, NOW.minus(Duration.ofHours(49)));
        log.told(
                "published",
                ToldLog.article("page1", news, NOW.minus(Duration.ofHours(2)))
                        .add("flags", Json.createObjectBuilder().add("newsInformation", false))
                        .build());
        log.tell();

        Document sitemap = parsed(fresh().sitemap());

        assertThat(texts(sitemap, SITEMAP, "loc"))
                .containsExactly("https://news.example/articles/new1", "https://news.example/articles/new2");
        assertThat(texts(sitemap, NEWS, "title")).last().isEqualTo("A&B <新>闻");
        assertThat(texts(sitemap, NEWS, "publication_date")).first().isEqualTo("2026-11-02T11:59:00+08:00");
        assertThat(texts(sitemap, NEWS, "language")).containsOnly("zh-cn");

        log.withdrawn("new1");
        log.tell();
        assertThat(texts(parsed(fresh().sitemap()), SITEMAP, "loc"))
                .containsExactly("https://news.example/articles/new2");
    }

    @Test
    void sameContentIsTheSameBytes() {
        assertThat(fresh().opml().etag()).isEqualTo(fresh().opml().etag());
        assertThat(fresh().sitemap().bytes()).isEqualTo(fresh().sitemap().bytes());
    }

    /** One that remembers nothing. */
    private Directory fresh() {
        Directory directory = new Directory();
        directory.editions = editions;
        directory.sections = sections;
        directory.filings = filings;
        directory.mastheads = mastheads;
        directory.settings = settings;
        directory.clock = InstantSource.fixed(NOW);
        return directory;
    }

    private static Document parsed(Directory.Sheet sheet) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(sheet.bytes()));
    }

    private static List<String> attributes(Document opml, String name) {
        List<String> values = new ArrayList<>();
        NodeList outlines = opml.getElementsByTagName("outline");
        for (int at = 0; at < outlines.getLength(); at++) {
            values.add(((Element) outlines.item(at)).getAttribute(name));
        }
        return values;
    }

    private static List<String> texts(Document document, String namespace, String name) {
        List<String> values = new ArrayList<>();
        NodeList nodes = document.getElementsByTagNameNS(namespace, name);
        for (int at = 0; at < nodes.getLength(); at++) {
            values.add(nodes.item(at).getTextContent());
        }
        return values;
    }
}
