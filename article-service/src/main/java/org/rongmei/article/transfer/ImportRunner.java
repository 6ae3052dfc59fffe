// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.media.PictureArchive;
import org.rongmei.article.transfer.ImportItem.Photograph;
import org.rongmei.article.transfer.ImportItem.Story;
import org.rongmei.kit.OneAtATime;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * Works off what was sent, one file after the other. A chunk is one commit, with its place in the file: after a crash
 * the next start goes on behind the last chunk, and nothing is taken twice.
 */
@ApplicationScoped
class ImportRunner {

    private static final System.Logger LOG = System.getLogger(ImportRunner.class.getName());
    private static final int CHUNK = 200;
    /** Characters: the memory that a chunk may take. */
    private static final int LARGEST_CHUNK = 8_000_000;

    private static final int SECONDS_BETWEEN_LOOKS = 5;

    @Inject
    Spool spool;

    @Inject
    Imports imports;

    @Inject
    ImportDesk desk;

    @Inject
    PictureArchive pictures;

    @Resource
    ManagedScheduledExecutorService executor;

    private final OneAtATime working = new OneAtATime(this::workOff);
    private volatile boolean stopped;

    /** Once more now and then: the database may have been away in the middle of a file. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        spool.clean();
        executor.scheduleWithFixedDelay(working, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    void wake() {
        executor.submit(working);
    }

    private void workOff() {
        for (long id : spool.waiting()) {
            if (stopped) {
                return;
            }
            try {
                desk.find(id).ifPresentOrElse(this::workOff, () -> spool.discardOrphan(id));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "An import stopped on its way, and is gone on with later: " + e);
                return;
            }
        }
    }

    private void workOff(ImportJob job) {
        try (ImportReader reader =
                job.type().open(spool.file(job.id()), job.section().orElse(null))) {
            if (job.endedAt().isEmpty() && !workOff(job, reader)) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of an import cannot be read", e);
        }
        desk.end(job.id());
        spool.discard(job.id());
    }

    /** @return whether it was read to its end */
    private boolean workOff(ImportJob job, ImportReader reader) throws IOException {
        long done = job.done();
        for (long skipped = 0; skipped < done; skipped++) {
            reader.next();
        }
        List<ImportItem> chunk = new ArrayList<>();
        int size = 0;
        for (@Nullable ImportItem item = reader.next(); item != null; item = reader.next()) {
            if (stopped) {
                return false;
            }
            if (item instanceof Photograph photograph) {
                done = apply(job, done, chunk);
                chunk = new ArrayList<>();
                size = 0;
                done = take(job, done, photograph);
                continue;
            }
            chunk.add(item);
            size += item.size();
            if (chunk.size() == CHUNK || size > LARGEST_CHUNK) {
                done = apply(job, done, chunk);
                chunk = new ArrayList<>();
                size = 0;
            }
        }
        apply(job, done, chunk);
        return true;
    }

    private long apply(ImportJob job, long done, List<ImportItem> chunk) {
        if (chunk.isEmpty()) {
            return done;
        }
        try {
            return expect(done + chunk.size(), desk.apply(job.id(), done, chunk));
        } catch (RuntimeException e) {
            if (!isOfTheItem(e)) {
                throw e;
            }
        }
        // Or somebody wrote the same uri or the same old path at the same moment. One by one, only that one is refused.
        long reached = done;
        for (ImportItem item : chunk) {
            reached = applyAlone(job, reached, item);
        }
        return reached;
    }

    private long applyAlone(ImportJob job, long done, ImportItem item) {
        try {
            return expect(done + 1, desk.apply(job.id(), done, List.of(item)));
        } catch (RuntimeException e) {
            if (!isOfTheItem(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, "Item " + (done + 1) + " of an import cannot be stored", e);
            String uri = item instanceof Story story ? story.origin().uri() : null;
            return expect(
                    done + 1,
                    desk.report(
                            job.id(),
                            done,
                            Outcome.REFUSED,
                            uri,
                            List.of(Sentence.of("这一项无法保存。", "This item cannot be stored."))));
        }
    }

    /** Outside of a transaction: a darkroom takes its time. */
    private long take(ImportJob job, long done, Photograph photograph) {
        Outcome outcome = Outcome.REFUSED;
        List<Sentence> details = List.of();
        try {
            outcome = pictures.restore(photograph.picture(), job.startedBy()) ? Outcome.TAKEN : Outcome.KNOWN;
        } catch (Problem refusal) {
            if (refusal.status() >= 500) {
                throw refusal;
            }
            details = List.of(ImportDesk.why(refusal));
        }
        return expect(
                done + 1,
                desk.report(job.id(), done, outcome, photograph.picture().id(), details));
    }

    private static long expect(long wanted, long reached) {
        if (wanted != reached) {
            throw new IllegalStateException("Another node works on the same file: it is at " + reached);
        }
        return reached;
    }

    /**
     * Whether trying again would end the same: a value that the database refuses (SQL states 22 and 23), or that breaks
     * our own code. A database that is away, or a commit that failed, is tried again.
     */
    private static boolean isOfTheItem(Throwable thrown) {
        List<Throwable> causes = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
        Optional<SQLException> refused = causes.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
        if (refused.isPresent()) {
            String state = String.valueOf(refused.get().getSQLState());
            return state.startsWith("22") || state.startsWith("23");
        }
        return causes.stream()
                .noneMatch(cause -> cause instanceof PersistenceException
                        || cause instanceof TransactionalException
                        || cause instanceof Problem
                        || cause instanceof IllegalStateException);
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
