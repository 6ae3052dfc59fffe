// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The words that footers use, as labels.txt lists them. */
final class Vocabulary {

    private static final String ACTION = "action.";

    /** What the service knows. */
    static final Vocabulary KNOWN = read();

    private final LabelTree labels = new LabelTree();
    private final Set<String> badgeWords = new HashSet<>();
    private final Set<String> pages = new HashSet<>();
    private final Set<String> sections = new HashSet<>();
    private final Map<String, String> actions = new HashMap<>();

    private Vocabulary() {}

    private static Vocabulary read() {
        try (InputStream file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("/reading/labels.txt"))) {
            Vocabulary vocabulary = new Vocabulary();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(vocabulary::add);
            return vocabulary;
        } catch (IOException e) {
            throw new UncheckedIOException("The labels of footers cannot be read", e);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String group = line.substring(0, colon);
        List<String> words = List.of(line.substring(colon + 1).strip().split(" +"));
        switch (group) {
            case "badge-word" -> badgeWords.addAll(words);
            case "page" -> pages.addAll(words);
            case "section" -> sections.addAll(words);
            default -> {
                if (group.startsWith(ACTION)) {
                    words.forEach(word -> actions.put(word, group.substring(ACTION.length())));
                } else {
                    Field field = Field.find(group)
                            .orElseThrow(() -> new IllegalStateException("labels.txt knows no field " + group));
                    words.forEach(word -> labels.add(word, field));
                }
            }
        }
    }

    LabelTree labels() {
        return labels;
    }

    /** @param folded without blanks */
    boolean isBadge(String folded) {
        return badgeWords.stream().anyMatch(folded::contains);
    }

    boolean isPage(String folded) {
        return pages.contains(folded);
    }

    boolean isSection(String folded) {
        return !isPage(folded) && sections.stream().anyMatch(folded::endsWith);
    }

    Optional<String> action(String folded) {
        return Optional.ofNullable(actions.get(folded));
    }

    /** Whether it is surely an item of a row of links. */
    boolean isStep(String folded) {
        return isPage(folded) || actions.containsKey(folded);
    }
}
