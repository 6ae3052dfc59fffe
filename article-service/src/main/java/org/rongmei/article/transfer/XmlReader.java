// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * A feed, item by item. A document type is refused with whatever it declares (entities that expand or that fetch), and
 * no text is longer than {@link #LONGEST_TEXT} characters, nor an item than {@link #LARGEST_ITEM}.
 */
final class XmlReader implements ImportReader {

    private static final int LONGEST_TEXT = 4_000_000;
    private static final int LARGEST_ITEM = 8_000_000;
    /** What an element takes, were it empty. */
    private static final int ELEMENT = 200;

    private static final XMLInputFactory FACTORY = factory();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    /** An element with its text; markup within it is kept as text, too (Atom's xhtml). */
    record Field(String namespace, String name, Map<String, String> attributes, String text, List<Field> children) {

        Optional<String> attribute(String wanted) {
            return Optional.ofNullable(attributes.get(wanted));
        }
    }

    private final InputStream content;
    private final XMLStreamReader xml;
    private final String root;
    private final String item;
    private final Function<List<Field>, @Nullable ImportItem> reading;
    private boolean begun;
    private int room;

    XmlReader(InputStream content, String root, String item, Function<List<Field>, @Nullable ImportItem> reading)
            throws IOException {
        this.content = content;
        this.root = root;
        this.item = item;
        this.reading = reading;
        try {
            xml = FACTORY.createXMLStreamReader(content);
        } catch (XMLStreamException e) {
            content.close();
            throw malformed(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGEST_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 100_000);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 200);
        return factory;
    }

    @Override
    public @Nullable ImportItem next() throws IOException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new Problem(
                            422,
                            "document-type",
                            Sentence.of(
                                    "文件带有文档类型声明（DTD），不予导入。",
                                    "The file has a document type declaration (DTD): it is not imported."));
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    @Nullable ImportItem found = element();
                    if (found != null) {
                        return found;
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** Items, and what stands beside them that they refer to (WordPress's authors). */
    private @Nullable ImportItem element() throws XMLStreamException {
        String name = xml.getLocalName();
        if (!begun) {
            begun = true;
            if (!name.equals(root)) {
                throw new Problem(
                        422,
                        "wrong-root",
                        Sentence.of("文件的根元素是 %s，不是 %s。", "The root of the file is %s, not %s.", name, root));
            }
            return null;
        }
        if (name.equals(item)) {
            room = LARGEST_ITEM;
            return reading.apply(field().children());
        }
        if (name.equals("author")
                && xml.getNamespaceURI() != null
                && xml.getNamespaceURI().contains("wordpress.org")) {
            room = LARGEST_ITEM;
            return reading.apply(List.of(field()));
        }
        return null;
    }

    /** The element that begins here, read to its end. */
    private Field field() throws XMLStreamException {
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        String name = xml.getLocalName();
        Map<String, String> attributes = new LinkedHashMap<>();
        take(ELEMENT);
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            take(xml.getAttributeValue(at).length());
            attributes.put(xml.getAttributeLocalName(at), xml.getAttributeValue(at));
        }
        if ("xhtml".equals(attributes.get("type"))) {
            return new Field(namespace, name, attributes, markup(), List.of());
        }
        StringBuilder text = new StringBuilder();
        List<Field> children = new ArrayList<>();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(field());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Field(namespace, name, attributes, text.toString(), children);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(bounded(text.length()));
                case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
                default -> {}
            }
        }
    }

    private String bounded(int before) throws XMLStreamException {
        String more = xml.getText();
        if (before + more.length() > LONGEST_TEXT) {
            throw new XMLStreamException("A text is longer than " + LONGEST_TEXT + " characters", xml.getLocation());
        }
        take(more.length());
        return more;
    }

    /** Many small things are as large as one. */
    private void take(int characters) throws XMLStreamException {
        room -= characters;
        if (room < 0) {
            throw new XMLStreamException("An item is larger than " + LARGEST_ITEM + " characters", xml.getLocation());
        }
    }

    private XMLStreamException entity() {
        return new XMLStreamException("Nothing declares the entity " + xml.getLocalName(), xml.getLocation());
    }

    /** What is within the element, as HTML: names without their prefixes. */
    private String markup() throws XMLStreamException {
        StringWriter html = new StringWriter();
        XMLStreamWriter writer = WRITERS.createXMLStreamWriter(html);
        for (int depth = 0; depth >= 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    take(ELEMENT);
                    writer.writeStartElement(xml.getLocalName());
                    for (int at = 0; at < xml.getAttributeCount(); at++) {
                        writer.writeAttribute(xml.getAttributeLocalName(at), xml.getAttributeValue(at));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (depth >= 0) {
                        writer.writeEndElement();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    writer.writeCharacters(bounded(html.getBuffer().length()));
                case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
                default -> {}
            }
        }
        writer.flush();
        return html.toString();
    }

    private static Problem malformed(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return new Problem(
                422,
                "malformed-xml",
                Sentence.of(
                        "文件在第 %d 行不是完整的 XML，什么都没有导入。",
                        "The file is not well-formed XML at line %d: nothing of it is imported.", line));
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            content.close();
        }
    }
}
