// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongmei.article.transfer.XmlReader.Field;
import org.rongmei.kit.Sentence;

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

    /** Recordings and pictures that hang on the item: they are not taken, and whoever moves has to know of each. */
    List<Sentence> attachmentsLeft() {
        Stream<Optional<String>> addresses = all.stream()
                .filter(field -> field.name().equals("enclosure")
                        || (field.namespace().contains("search.yahoo.com/mrss")
                                && field.name().equals("content"))
                        || (field.name().equals("link")
                                && field.attribute("rel").orElse("").equals("enclosure")))
                .map(field -> field.attribute("url").or(() -> field.attribute("href")));
        return addresses
                .flatMap(Optional::stream)
                .distinct()
                .map(address -> Sentence.of("附件没有导入：%s。", "The attachment is not taken: %s.", address))
                .toList();
    }
}
