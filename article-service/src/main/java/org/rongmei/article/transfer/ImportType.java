// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be imported, by media type. WordPress's export (WXR) is RSS with more in it. */
enum ImportType {
    RSS("application/rss+xml"),
    ATOM("application/atom+xml"),
    NDJSON("application/x-ndjson");

    private final String mediaType;

    ImportType(String mediaType) {
        this.mediaType = mediaType;
    }

    static ImportType of(MediaType type) {
        String name = type.getType() + "/" + type.getSubtype();
        return Arrays.stream(values())
                .filter(each -> each.mediaType.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The resource consumes no " + name));
    }

    /** @param section for what names none */
    ImportReader open(Path file, @Nullable String section) throws IOException {
        InputStream content = new BufferedInputStream(Files.newInputStream(file));
        return switch (this) {
            case RSS -> new XmlReader(content, "rss", "item", new RssItem(section)::read);
            case ATOM -> new XmlReader(content, "feed", "entry", new AtomEntry(section)::read);
            case NDJSON -> new NdjsonReader(content, section);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
