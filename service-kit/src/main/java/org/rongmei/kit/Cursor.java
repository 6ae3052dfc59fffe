// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A place in an ordered list: the sort key of the last item seen. Opaque to clients, stable under inserts. */
public record Cursor(List<String> key) {

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor at(Object... key) {
        return new Cursor(List.of(key).stream().map(String::valueOf).toList());
    }

    /**
     * @param parts how many values the sort key of this list has
     * @throws Problem 400 when the text is no cursor of this list
     */
    public static Cursor parse(String text, int parts) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> values = List.of(key.split("\n", -1));
            if (values.size() == parts) {
                return new Cursor(values);
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** The value as a number, which all our sort keys are made of. */
    public long number(int index) {
        try {
            return Long.parseLong(key.get(index));
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", key).getBytes(StandardCharsets.UTF_8));
    }

    private static Problem unknown() {
        return Problem.badRequest(
                "cursor", Sentence.of("这个 cursor 不是本列表给出的。", "This cursor does not come from this list."));
    }
}
