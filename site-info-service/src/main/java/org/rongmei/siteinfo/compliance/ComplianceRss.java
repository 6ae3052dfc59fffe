// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.nodes.Entities;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.register.Register;

/** Notices as RSS 2.0, for whoever keeps the site. */
final class ComplianceRss {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneId.of("Asia/Shanghai"));

    private final XMLStreamWriter xml;

    private ComplianceRss(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** @param address of the findings, without the ending that makes a feed of them */
    static byte[] write(Register register, String address, List<Notice> notices, Locale language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new ComplianceRss(xml).channel(register, address, notices, language);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    private void channel(Register register, String address, List<Notice> notices, Locale language)
            throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("atom", ATOM);
        xml.writeStartElement("channel");
        element(
                "title",
                Sentence.of("%s：合规提醒", "%s: compliance", register.name()).in(language));
        element("link", address);
        element(
                "description",
                Sentence.of(
                                "登记信息里缺少的、有疑问的和将要到期的。",
                                "What the register lacks, what is doubtful in it, and what ends soon.")
                        .in(language));
        element("language", language.getLanguage().equals("en") ? "en" : "zh-CN");
        element("generator", "Rongmei");
        xml.writeEmptyElement("atom", "link", ATOM);
        xml.writeAttribute("href", address + ".rss");
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("type", "application/rss+xml");
        for (Notice notice : notices) {
            item(notice, address);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void item(Notice notice, String address) throws XMLStreamException {
        xml.writeStartElement("item");
        element("title", notice.title());
        element("link", address);
        // Readers take a description for HTML.
        element("description", Entities.escape(notice.text()).replace("\n", "<br>"));
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(notice.id());
        xml.writeEndElement();
        element("pubDate", date(notice.at()));
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String date(Instant at) {
        return RFC_822.format(at);
    }
}
