// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongmei.article.transfer.XmlReader.Field;

/** The fields of one item, by the end of their namespace and their name. */
record Fields(List<Field> all) {

    /** @param namespace what the namespace contains; empty: has none */
    Stream<Field> named(String namespace, String name) {
        return all.stream()
                .filter(field -> field.name().equals(name))
                .filter(field -> namespace.isEmpty()
                        ? field.namespace().isEmpty()
                        : field.namespace().contains(namespace));
    }

    Optional<String> text(String namespace, String name) {
        return named(namespace, name)
                .map(Field::text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
