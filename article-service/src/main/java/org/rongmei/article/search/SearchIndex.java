// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.article.ArticleText;

/**
 * The index in its directory. It holds terms and ids, never a text, so that what is withdrawn cannot be read from it.
 * Safe for many readers and one writer.
 */
final class SearchIndex implements Closeable {

    /** Goes up whenever the fields or the words below change: an index of another format is made anew. */
    private static final String FORMAT = "1";

    private static final String ID = "id";
    private static final String SECTION = "section";
    private static final String PUBLISHED = "published";
    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(ID, SortField.Type.LONG, true));
    private static final Sort NEWEST_FIRST =
            new Sort(LongField.newSortField(PUBLISHED, true, SortedNumericSelector.Type.MAX));
    private static final int BUFFER_MEGABYTES = 32;
    /** So long somebody may take to turn the page and see neither gap nor double. */
    private static final int SNAPSHOT_SECONDS = 300;

    /** News is worth more: half of this is left after {@link #PIVOT}. */
    private static final float NEWS = 1f;

    private static final Duration PIVOT = Duration.ofDays(30);

    /** How much of which log is in the index. */
    record Place(String log, long sequence) {}

    /**
     * Where a page of hits ended: the sort key of its last one, and the state of the index that it was found in, because
     * every article that comes changes the scores of all others a little.
     */
    record Position(long snapshot, float score, long id) {}

    /** Ids, best first; {@code last} is null when there are no more. */
    record Hits(List<Long> ids, @Nullable Position last) {}

    /** Which articles at all. Sections: null for all. The end of a time is not within it. */
    record Scope(
            @Nullable Collection<Long> sections,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /**
     * Where words that thousands of articles have are looked for in bodies too: a search that finds {@code enough} in the
     * newest {@code articles} does not weigh the bodies of all the others.
     */
    record Newest(int articles, int enough) {}

    private static final Newest NEWEST = new Newest(6_000, 500);

    /** When the newest articles of a state of the index begin. */
    private record Began(Object state, long at) {}

    private final Directory directory;
    private final Newest newest;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();

    private volatile @Nullable Began began;

    private SearchIndex(Directory directory, OpenMode mode, Newest newest) throws IOException {
        this.directory = directory;
        this.newest = newest;
        writer = new IndexWriter(
                directory, new IndexWriterConfig(Words.TEXT).setOpenMode(mode).setRAMBufferSizeMB(BUFFER_MEGABYTES));
        searchers = new SearcherManager(writer, null);
    }

    /** Opens it, or begins a new one where there is none that can be read. */
    static SearchIndex open(Path path) throws IOException {
        return open(path, NEWEST);
    }

    static SearchIndex open(Path path, Newest newest) throws IOException {
        Directory directory = FSDirectory.open(path);
        try {
            return new SearchIndex(directory, OpenMode.CREATE_OR_APPEND, newest);
        } catch (LockObtainFailedException e) {
            directory.close();
            throw e; // another server's: two must not share one
        } catch (IOException | IllegalArgumentException broken) {
            for (String file : directory.listAll()) {
                directory.deleteFile(file);
            }
            return new SearchIndex(directory, OpenMode.CREATE, newest);
        }
    }

    /** Empty when nothing was ever finished, or by a version of ours that wrote other terms. */
    Optional<Place> place() {
        @Nullable Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return Optional.empty();
        }
        Map<String, String> known = new HashMap<>();
        data.forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return FORMAT.equals(known.get("format"))
                ? Optional.of(new Place(known.get("log"), Long.parseLong(known.get("sequence"))))
                : Optional.empty();
    }

    void clear() throws IOException {
        writer.deleteAll();
        writer.setLiveCommitData(Map.<String, String>of().entrySet());
        writer.commit();
    }

    void put(ArticleText text) throws IOException {
        Document document = new Document();
        document.add(new StringField(ID, Long.toString(text.id()), Store.NO));
        document.add(new NumericDocValuesField(ID, text.id()));
        document.add(new StringField(SECTION, Long.toString(text.section()), Store.NO));
        document.add(new LongField(PUBLISHED, text.publishedAt().toEpochMilli(), Store.NO));
        document.add(new TextField(Question.TITLE, text.title(), Store.NO));
        document.add(new TextField(Question.LEAD, text.lead(), Store.NO));
        document.add(new TextField(Question.BODY, text.body(), Store.NO));
        text.names().forEach(name -> document.add(new TextField(Question.NAMES, name, Store.NO)));
        text.tags().forEach(tag -> document.add(new TextField(Question.TAGS, tag, Store.NO)));
        writer.updateDocument(term(text.id()), document);
    }

    void remove(long id) throws IOException {
        writer.deleteDocuments(term(id));
    }

    /** Lets searches see what was put in and removed. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        snapshots.prune(new SearcherLifetimeManager.PruneByAge(SNAPSHOT_SECONDS));
    }

    /** Makes it last, with the place in the log that it has reached. */
    void commit(Place place) throws IOException {
        writer.setLiveCommitData(
                Map.of("format", FORMAT, "log", place.log(), "sequence", Long.toString(place.sequence()))
                        .entrySet());
        writer.commit();
    }

    /**
     * @param after where the page before ended
     * @param today what is news is reckoned from here: the same for all pages of a search
     */
    Hits find(Question question, Scope scope, Instant today, @Nullable Position after, int limit) throws IOException {
        @Nullable IndexSearcher known = after == null ? null : snapshots.acquire(after.snapshot());
        if (known != null) {
            try {
                return find(known, query(known, question, scope, today), after, limit);
            } finally {
                snapshots.release(known);
            }
        }
        IndexSearcher latest = searchers.acquire();
        try {
            return find(latest, query(latest, question, scope, today), after, limit);
        } finally {
            searchers.release(latest);
        }
    }

    private Query query(IndexSearcher searcher, Question question, Scope scope, Instant today) throws IOException {
        return within(scope, asked(searcher, question, scope))
                .add(
                        LongField.newDistanceFeatureQuery(PUBLISHED, NEWS, today.toEpochMilli(), PIVOT.toMillis()),
                        Occur.SHOULD)
                .build();
    }

    /** The same for every page of a search: it depends on nothing but the state of the index. */
    private Query asked(IndexSearcher searcher, Question question, Scope scope) throws IOException {
        if (question.loose() == null || searcher.getIndexReader().numDocs() <= newest.articles()) {
            return question.everywhere();
        }
        Query among = LongField.newRangeQuery(PUBLISHED, newestBegin(searcher), Long.MAX_VALUE);
        Query loosely = within(scope, question.loose().anywhere())
                .add(among, Occur.FILTER)
                .build();
        // In the order of the index: it stops where it has enough.
        return searcher.search(loosely, newest.enough(), Sort.INDEXORDER).scoreDocs.length == newest.enough()
                ? question.in(among)
                : question.everywhere();
    }

    private long newestBegin(IndexSearcher searcher) throws IOException {
        Object state = searcher.getIndexReader().getReaderCacheHelper().getKey();
        @Nullable Began known = began;
        if (known == null || !known.state().equals(state)) {
            ScoreDoc[] youngest = searcher.search(new MatchAllDocsQuery(), newest.articles(), NEWEST_FIRST).scoreDocs;
            known = new Began(state, (Long) ((FieldDoc) youngest[youngest.length - 1]).fields[0]);
            began = known;
        }
        return known.at();
    }

    private static BooleanQuery.Builder within(Scope scope, Query question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(question, Occur.MUST);
        if (scope.sections() != null) {
            query.add(new TermInSetQuery(SECTION, terms(scope.sections())), Occur.FILTER);
        }
        if (scope.since() != null || scope.until() != null) {
            long from = scope.since() == null ? Long.MIN_VALUE : ceilMillis(scope.since());
            long to = scope.until() == null ? Long.MAX_VALUE : ceilMillis(scope.until()) - 1;
            query.add(LongField.newRangeQuery(PUBLISHED, from, to), Occur.FILTER);
        }
        return query;
    }

    private Hits find(IndexSearcher searcher, Query query, @Nullable Position after, int limit) throws IOException {
        int documents = searcher.getIndexReader().maxDoc();
        if (documents == 0) {
            return new Hits(List.of(), null);
        }
        // The last document: of two that are equal in everything, the later would come after. None are, ids differ.
        @Nullable
        FieldDoc from =
                after == null ? null : new FieldDoc(documents - 1, Float.NaN, new Object[] {after.score(), after.id()});
        List<Long> ids = new ArrayList<>();
        @Nullable Object[] last = null;
        for (ScoreDoc hit : searcher.searchAfter(from, query, limit, BEST_FIRST).scoreDocs) {
            last = ((FieldDoc) hit).fields;
            ids.add((Long) last[1]);
        }
        return new Hits(
                ids,
                last == null || ids.size() < limit
                        ? null
                        : new Position(snapshots.record(searcher), (Float) last[0], (Long) last[1]));
    }

    /** Dates are indexed in milliseconds, cut off: what is within one is not before its begin. */
    private static long ceilMillis(Instant at) {
        return at.minusNanos(1).toEpochMilli() + 1;
    }

    private static List<BytesRef> terms(Collection<Long> ids) {
        return ids.stream().map(id -> new BytesRef(Long.toString(id))).toList();
    }

    private static Term term(long id) {
        return new Term(ID, Long.toString(id));
    }

    @Override
    public void close() throws IOException {
        snapshots.close();
        searchers.close();
        // Without a commit: what was not committed with its place is followed again.
        writer.rollback();
        directory.close();
    }
}
