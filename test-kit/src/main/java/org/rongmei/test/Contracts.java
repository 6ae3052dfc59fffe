// SPDX-License-Identifier: Apache-2.0
package org.rongmei.test;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The example messages in {@code contracts/}, which the one who sends and the one who reads both test against. */
public final class Contracts {

    private Contracts() {}

    public static String read(String name) {
        try {
            return Files.readString(directory().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no contract " + name, e);
        }
    }

    private static Path directory() {
        Path here = Path.of("").toAbsolutePath();
        Path besideModule = here.resolveSibling("contracts");
        return Files.isDirectory(besideModule) ? besideModule : here.resolve("contracts");
    }

    /** Every field of a message as a path, {@code credits[].name}: what a promise about field names is about. */
    public static Set<String> fields(JsonValue message) {
        Set<String> fields = new TreeSet<>();
        collect("", message, fields);
        return fields;
    }

    private static void collect(String path, JsonValue value, Set<String> fields) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                String field = path.isEmpty() ? name : path + "." + name;
                fields.add(field);
                collect(field, member, fields);
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(member -> collect(path + "[]", member, fields));
        }
    }
}
