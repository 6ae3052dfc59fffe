// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.rongmei.site.SiteSettings;
import org.rongmei.site.upstream.Article;
import org.rongmei.site.upstream.ArticleList;
import org.rongmei.site.upstream.Newsroom;
import org.rongmei.site.upstream.Section;

/** The sitemap (sitemaps.org 0.9): an index, the sections, and a sitemap of articles for each month. */
@ApplicationScoped
class SitemapEditor {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    /** Of the protocol. */
    private static final int MOST_ADDRESSES = 50_000;

    private static final int AT_ONCE = 100;
    private static final int OLDEST = 1900;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    @Inject
    Newsroom newsroom;

    @Inject
    SiteSettings settings;

    @Inject
    InstantSource clock;

    /** Months of years in which anything was published. */
    byte[] index() {
        List<String> addresses = new ArrayList<>(List.of("/sitemap-sections.xml"));
        YearMonth now = YearMonth.from(clock.instant().atOffset(CHINA));
        for (int year = now.getYear();
                year >= OLDEST && isAnything(null, start(Year.of(year + 1).atMonth(1)));
                year--) {
            if (isAnything(
                    start(Year.of(year).atMonth(1)), start(Year.of(year + 1).atMonth(1)))) {
                for (int month = year == now.getYear() ? now.getMonthValue() : 12; month >= 1; month--) {
                    addresses.add("/sitemap-" + YearMonth.of(year, month) + ".xml");
                }
            }
        }
        return document("sitemapindex", xml -> {
            for (String address : addresses) {
                entry(xml, "sitemap", settings.siteUrl() + address, null);
            }
        });
    }

    byte[] sections() {
        return document("urlset", xml -> {
            entry(xml, "url", settings.siteUrl() + "/", null);
            for (Section section : newsroom.sections().items()) {
                if (!section.hidden()) {
                    entry(xml, "url", settings.siteUrl() + "/" + section.path() + "/", null);
                }
            }
            entry(xml, "url", settings.siteUrl() + "/subscribe/", null);
        });
    }

    /** @return empty for what is no month */
    Optional<byte[]> month(String text) {
        YearMonth month;
        try {
            month = YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        if (month.getYear() < OLDEST
                || month.isAfter(YearMonth.from(clock.instant().atOffset(CHINA)))) {
            return Optional.empty();
        }
        return Optional.of(document("urlset", xml -> articles(xml, month)));
    }

    private void articles(XMLStreamWriter xml, YearMonth month) throws XMLStreamException {
        @Nullable String cursor = null;
        int written = 0;
        do {
            ArticleList list = newsroom.between(start(month), start(month.plusMonths(1)), null, cursor, AT_ONCE);
            for (Article article : list.items()) {
                entry(xml, "url", settings.siteUrl() + "/articles/" + article.id(), PageTime.iso(article.updatedAt()));
            }
            written += list.items().size();
            cursor = list.cursor().orElse(null);
        } while (cursor != null && written < MOST_ADDRESSES);
    }

    private boolean isAnything(@Nullable Instant since, Instant until) {
        return !newsroom.between(since, until, null, null, 1).items().isEmpty();
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(CHINA);
    }

    private static void entry(XMLStreamWriter xml, String name, String address, @Nullable String changed)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(name);
        xml.writeStartElement("loc");
        xml.writeCharacters(address);
        xml.writeEndElement();
        if (changed != null) {
            xml.writeStartElement("lastmod");
            xml.writeCharacters(changed);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static byte[] document(String root, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            content.write(xml);
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A document in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
