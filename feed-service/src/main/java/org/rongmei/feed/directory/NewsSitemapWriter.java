// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.directory;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The news sitemap (sitemaps.org 0.9 with Google's news namespace): what is new, for search engines. */
final class NewsSitemapWriter {

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
    /** One of the two exceptions to ISO 639 that the format makes. */
    private static final String LANGUAGE = "zh-cn";

    private static final DateTimeFormatter W3C =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.ofHours(8));

    record News(String url, String title, Instant published) {}

    private NewsSitemapWriter() {}

    static byte[] write(String publication, List<News> all) {
        return XmlLines.document(xml -> {
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(SITEMAP);
            xml.writeNamespace("news", NEWS);
            for (News news : all) {
                xml.writeCharacters("\n");
                url(xml, publication, news);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
    }

    private static void url(XMLStreamWriter xml, String publication, News news) throws XMLStreamException {
        xml.writeStartElement("url");
        XmlLines.element(xml, "loc", news.url());
        xml.writeStartElement("news:news");
        xml.writeStartElement("news:publication");
        XmlLines.element(xml, "news:name", publication);
        XmlLines.element(xml, "news:language", LANGUAGE);
        xml.writeEndElement();
        XmlLines.element(xml, "news:publication_date", W3C.format(news.published()));
        XmlLines.element(xml, "news:title", news.title());
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
