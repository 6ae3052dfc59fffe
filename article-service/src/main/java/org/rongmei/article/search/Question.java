// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** What somebody typed, as a query: blanks stand between words, each of which counts most where it stands as typed. */
final class Question {

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

    private static final float AS_TYPED = 3f;
    private static final float OTHER_FIELDS = 0.2f;
    /** Of more than two words, so many of ten are enough. */
    private static final int ENOUGH_OF_TEN = 7;

    private Question() {}

    /** Empty when there is nothing in it to look for, but punctuation. */
    static Optional<Query> of(String text) {
        List<Query> words = new ArrayList<>();
        for (String typed : text.strip().split("[\\s\\u3000]+")) {
            word(typed).ifPresent(words::add);
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(most(words));
    }

    private static Optional<Query> word(String typed) {
        @Nullable Query whole = somewhere(typed);
        if (whole == null) {
            return Optional.empty();
        }
        List<Query> parts = new ArrayList<>();
        for (String segment : Words.segments(typed)) {
            @Nullable Query part = somewhere(segment);
            if (part != null && !isFiller(segment)) {
                parts.add(part);
            }
        }
        return Optional.of(
                parts.size() < 2
                        ? whole
                        : new DisjunctionMaxQuery(List.of(new BoostQuery(whole, AS_TYPED), most(parts)), 0));
    }

    /** One character between words of several says little: 的, 在, 了. */
    private static boolean isFiller(String segment) {
        return segment.codePointCount(0, segment.length()) == 1 && Character.isIdeographic(segment.codePointAt(0));
    }

    private static @Nullable Query somewhere(String phrase) {
        QueryBuilder builder = new QueryBuilder(Words.QUESTION);
        List<Query> fields = new ArrayList<>();
        WEIGHTS.forEach((field, weight) -> {
            @Nullable Query inField = builder.createPhraseQuery(field, phrase);
            if (inField != null) {
                fields.add(new BoostQuery(inField, weight));
            }
        });
        return fields.isEmpty() ? null : new DisjunctionMaxQuery(fields, OTHER_FIELDS);
    }

    private static Query most(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.get(0);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.SHOULD));
        int enough = queries.size() == 2 ? 2 : (queries.size() * ENOUGH_OF_TEN + 9) / 10;
        return all.setMinimumNumberShouldMatch(enough).build();
    }
}
