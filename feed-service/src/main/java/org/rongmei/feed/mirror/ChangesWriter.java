// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.mirror;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.rongmei.feed.feed.NinjsWriter;

/** The change log and the manifest on the wire. */
final class ChangesWriter {

    private ChangesWriter() {}

    static JsonObject page(PartnerLog.Page page, int limit) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.lines().forEach(line -> items.add(item(line)));
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("items", items)
                .add("last", page.last().toString());
        if (page.more()) {
            object.add("next", "/feeds/partner/changes?after=" + page.last() + "&limit=" + limit);
        } else {
            object.add("next", JsonValue.NULL);
        }
        return object.build();
    }

    private static JsonObjectBuilder item(PartnerLog.Line line) {
        JsonObjectBuilder item = Json.createObjectBuilder()
                .add("position", line.position().toString())
                .add("kind", line.copy() == null ? "gone" : "published")
                .add("uri", line.uri())
                .add("at", line.at().toString());
        if (line.copy() == null) {
            return item.add("reason", line.withdrawn() ? "withdrawn" : "not-in-contract")
                    .add("article", NinjsWriter.canceled(line.uri(), line.at()));
        }
        return item.add("version", line.copy().version())
                .add("digest", line.copy().digest())
                .add("href", line.copy().href())
                .add("article", line.copy().document());
    }

    static JsonObject holding(Copy copy) {
        return Json.createObjectBuilder()
                .add("uri", copy.uri())
                .add("version", copy.version())
                .add("state", "published")
                .add("text", copy.isFull() ? "full" : "summary")
                .add("digest", copy.digest())
                .add("href", copy.href())
                .build();
    }

    /** The last line of a manifest: without it, the connection broke before the end. */
    static JsonObject end(long count, Position position) {
        return Json.createObjectBuilder()
                .add("end", true)
                .add("count", count)
                .add("position", position.toString())
                .build();
    }
}
