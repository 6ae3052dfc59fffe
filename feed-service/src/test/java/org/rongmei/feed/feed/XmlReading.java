// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A feed as a stranger's XML parser reads it. */
final class XmlReading {

    private static final Map<String, String> NAMESPACES = Map.of(
            "atom", "http://www.w3.org/2005/Atom",
            "fh", "http://purl.org/syndication/history/1.0",
            "at", "http://purl.org/atompub/tombstones/1.0",
            "dc", "http://purl.org/dc/elements/1.1/",
            "content", "http://purl.org/rss/1.0/modules/content/",
            "media", "http://search.yahoo.com/mrss/",
            "xml", "http://www.w3.org/XML/1998/namespace");

    private final Document document;
    private final XPath paths = XPathFactory.newInstance().newXPath();

    private XmlReading(Document document) {
        this.document = document;
        paths.setNamespaceContext(new Prefixes());
    }

    static XmlReading of(byte[] bytes) {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
            return new XmlReading(parsers.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("This is no XML", e);
        }
    }

    /** The text of every node that the path leads to, in document order. */
    List<String> texts(String path) {
        return nodes(path).stream().map(Node::getTextContent).toList();
    }

    /** The text of the only node that the path leads to. */
    String text(String path) {
        List<String> texts = texts(path);
        if (texts.size() != 1) {
            throw new AssertionError(path + " leads to " + texts);
        }
        return texts.get(0);
    }

    /** The qualified names of all nodes that the path leads to. */
    List<String> names(String path) {
        return nodes(path).stream().map(Node::getNodeName).toList();
    }

    private List<Node> nodes(String path) {
        try {
            NodeList found = (NodeList) paths.evaluate(path, document, XPathConstants.NODESET);
            List<Node> nodes = new ArrayList<>();
            for (int at = 0; at < found.getLength(); at++) {
                nodes.add(found.item(at));
            }
            return nodes;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException("No path: " + path, e);
        }
    }

    private static final class Prefixes implements NamespaceContext {

        @Override
        public String getNamespaceURI(String prefix) {
            return NAMESPACES.getOrDefault(prefix, "");
        }

        @Override
        public String getPrefix(String uri) {
            throw new UnsupportedOperationException("XPath does not ask for this");
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            throw new UnsupportedOperationException("XPath does not ask for this");
        }
    }
}
