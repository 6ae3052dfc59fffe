// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, as a query: blanks stand between words, each of which counts most where it stands as typed.
 * Words that stand apart are looked for loosely, and that is what costs time when thousands of articles have them all.
 *
 * @param everywhere in all articles
 * @param exact what stands as it was typed, when it was one word
 * @param loose the words apart from each other; null when there is only one that cannot be cut
 */
record Question(
        Query everywhere, @Nullable Query exact, @Nullable Loose loose) {

    static final String TITLE = "title";
    static final String LEAD = "lead";
    static final String BODY = "body";
    static final String NAMES = "names";
    static final String TAGS = "tags";

    private static final Map<String, Float> WEIGHTS = new LinkedHashMap<>();

    static {
        WEIGHTS.put(TITLE, 4f);
        WEIGHTS.put(NAMES, 3f);
        WEIGHTS.put(TAGS, 3f);
        WEIGHTS.put(LEAD, 2f);
        WEIGHTS.put(BODY, 1f);
    }

    private static final Set<String> ALL_FIELDS = WEIGHTS.keySet();
    private static final Set<String> SHORT_FIELDS = Set.of(TITLE, NAMES, TAGS, LEAD);

    private static final float AS_TYPED = 3f;
    private static final float OTHER_FIELDS = 0.2f;
    /** Of more than two words, so many of ten are enough. */
    private static final int ENOUGH_OF_TEN = 7;

    /** Words apart from each other: in any field, or in titles, leads, names and tags. */
    record Loose(Query anywhere, Query inShortFields) {}

    /** Empty when there is nothing in it to look for, but punctuation. */
    static Optional<Question> of(String text) {
        List<String> words = new ArrayList<>();
        for (String typed : text.strip().split("[\\s\\u3000]+")) {
            if (somewhere(typed, ALL_FIELDS) != null) {
                words.add(typed);
            }
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.size() > 1) {
            Loose loose = loose(words, Question::word);
            return Optional.of(new Question(loose.anywhere(), null, loose));
        }
        String word = words.get(0);
        Query exact = Objects.requireNonNull(somewhere(word, ALL_FIELDS));
        List<String> parts = parts(word);
        if (parts.size() < 2) {
            return Optional.of(new Question(exact, null, null));
        }
        return Optional.of(new Question(
                Objects.requireNonNull(word(word, ALL_FIELDS)),
                new BoostQuery(exact, AS_TYPED),
                loose(parts, Question::somewhere)));
    }

    /** As it stands anywhere; apart from each other, in a body only of {@code newest}. */
    Query in(Query newest) {
        if (loose == null) {
            return everywhere;
        }
        List<Query> ways = new ArrayList<>();
        if (exact != null) {
            ways.add(exact);
        }
        ways.add(loose.inShortFields());
        ways.add(new BooleanQuery.Builder()
                .add(loose.anywhere(), Occur.MUST)
                .add(newest, Occur.FILTER)
                .build());
        return best(ways);
    }

    private static Loose loose(List<String> words, BiFunction<String, Collection<String>, @Nullable Query> each) {
        return new Loose(most(words, ALL_FIELDS, each), most(words, SHORT_FIELDS, each));
    }

    private static @Nullable Query word(String typed, Collection<String> fields) {
        @Nullable Query whole = somewhere(typed, fields);
        List<String> parts = parts(typed);
        return whole == null || parts.size() < 2
                ? whole
                : best(List.of(new BoostQuery(whole, AS_TYPED), most(parts, fields, Question::somewhere)));
    }

    private static List<String> parts(String typed) {
        return Words.segments(typed).stream()
                .filter(segment -> !isFiller(segment) && somewhere(segment, ALL_FIELDS) != null)
                .toList();
    }

    private static Query best(List<Query> ways) {
        return new DisjunctionMaxQuery(ways, 0);
    }

    /** One character between words of several says little: 的, 在, 了. */
    private static boolean isFiller(String segment) {
        return segment.codePointCount(0, segment.length()) == 1 && Character.isIdeographic(segment.codePointAt(0));
    }

    private static @Nullable Query somewhere(String phrase, Collection<String> fields) {
        QueryBuilder builder = new QueryBuilder(Words.QUESTION);
        List<Query> found = new ArrayList<>();
        WEIGHTS.forEach((field, weight) -> {
            @Nullable Query inField = fields.contains(field) ? builder.createPhraseQuery(field, phrase) : null;
            if (inField != null) {
                found.add(new BoostQuery(inField, weight));
            }
        });
        return found.isEmpty() ? null : new DisjunctionMaxQuery(found, OTHER_FIELDS);
    }

    private static Query most(
            List<String> words,
            Collection<String> fields,
            BiFunction<String, Collection<String>, @Nullable Query> each) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(Objects.requireNonNull(each.apply(word, fields)), Occur.SHOULD));
        int enough = words.size() == 2 ? 2 : (words.size() * ENOUGH_OF_TEN + 9) / 10;
        return all.setMinimumNumberShouldMatch(enough).build();
    }
}
