// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.directory;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * OPML 2.0 (opml.org/spec2.opml, "Subscription lists"): one outline of type {@code rss} for each feed, which readers import
 * as a whole. Not one inside the other: some readers take an outline with outlines for a folder, and lose its feed.
 */
final class OpmlWriter {

    /** @param page of the site that has the same stories */
    record Line(String name, String feed, String page) {}

    private OpmlWriter() {}

    static byte[] write(String title, String owner, List<Line> lines) {
        return XmlLines.document(xml -> {
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            XmlLines.element(xml, "title", title);
            XmlLines.element(xml, "ownerName", owner);
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (Line line : lines) {
                xml.writeCharacters("\n");
                outline(xml, line);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
    }

    private static void outline(XMLStreamWriter xml, Line line) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", line.name());
        xml.writeAttribute("title", line.name());
        xml.writeAttribute("xmlUrl", line.feed());
        xml.writeAttribute("htmlUrl", line.page());
        xml.writeAttribute("language", "zh-CN");
        xml.writeAttribute("version", "RSS2");
    }
}
