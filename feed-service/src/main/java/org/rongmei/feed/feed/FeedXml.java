// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jdom2.Document;
import org.jdom2.ProcessingInstruction;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jdom2.output.support.AbstractXMLOutputProcessor;
import org.jdom2.output.support.XMLOutputProcessor;
import org.jspecify.annotations.Nullable;

/** Writes an XML document without touching white space: between Chinese characters every blank would show. */
final class FeedXml {

    private FeedXml() {}

    static byte[] bytes(Document document, String siteUrl) {
        styled(document, siteUrl);
        return bytes(document, new AbstractXMLOutputProcessor() {});
    }

    /** With the references that RSS readers get right (RSS Best Practices Profile, 3.1). */
    static byte[] rssBytes(Document document, String siteUrl) {
        styled(document, siteUrl);
        return bytes(document, new HexadecimalReferences());
    }

    /** For whoever opens a feed in a browser: what is in it, and what it is for. No reader is disturbed by it. */
    private static void styled(Document document, String siteUrl) {
        document.addContent(
                0,
                new ProcessingInstruction(
                        "xml-stylesheet", "type=\"text/css\" href=\"" + siteUrl + "/feeds/style.css\""));
    }

    private static byte[] bytes(Document document, XMLOutputProcessor processor) {
        StringWriter text = new StringWriter();
        Format format = Format.getRawFormat().setEncoding("UTF-8").setLineSeparator("\n");
        try {
            new XMLOutputter(format, processor).output(document, text);
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static final class HexadecimalReferences extends AbstractXMLOutputProcessor {

        /** Text comes here escaped, and in pieces of its own: nothing but a reference begins with an ampersand. */
        @Override
        protected void textRaw(Writer out, @Nullable String text) throws IOException {
            if (text == null) {
                return; // the line between two elements that a raw format does not have
            }
            super.textRaw(out, text.replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;"));
        }

        /** Nothing is escaped in there. */
        @Override
        protected void textCDATA(Writer out, String text) throws IOException {
            out.write("<![CDATA[");
            out.write(text);
            out.write("]]>");
        }
    }
}
