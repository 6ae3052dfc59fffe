// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jdom2.Document;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** Writes an XML document without touching white space: between Chinese characters every blank would show. */
final class FeedXml {

    private FeedXml() {}

    static byte[] bytes(Document document) {
        StringWriter text = new StringWriter();
        Format format = Format.getRawFormat().setEncoding("UTF-8").setLineSeparator("\n");
        try {
            new XMLOutputter(format).output(document, text);
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
