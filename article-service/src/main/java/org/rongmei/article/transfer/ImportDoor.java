// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.article.section.Sections;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * Where a file comes in. It is read to its end once before anything of it is taken: what is cut off, or is not what it
 * says, leaves nothing behind, and it is known how many items there are.
 */
@ApplicationScoped
class ImportDoor {

    @Inject
    Spool spool;

    @Inject
    ImportDesk desk;

    @Inject
    ImportRunner runner;

    @Inject
    Sections sections;

    @Inject
    InstantSource clock;

    /** @throws Problem 400 for a section that there is none of, 422 for a file that is not what it says */
    ImportJob accept(ImportType type, @Nullable String section, InputStream body, String login) {
        if (section != null) {
            sections.tree().require(section);
        }
        Instant now = clock.instant();
        long id = SortedId.next(now);
        Path received = spool.receive(id, body);
        try {
            ImportJob job = new ImportJob(id, type, section, login, now, count(type, received, section));
            spool.accept(id, received);
            desk.open(job);
            runner.wake();
            return job;
        } catch (RuntimeException e) {
            Spool.delete(received);
            spool.discard(id);
            throw e;
        }
    }

    private static long count(ImportType type, Path file, @Nullable String section) {
        long items = 0;
        try (ImportReader reader = type.open(file, section)) {
            while (reader.next() != null) {
                items++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of an import cannot be read", e);
        }
        if (items == 0) {
            throw new Problem(422, "nothing-to-import", Sentence.of("文件里没有可导入的内容。", "There is nothing in the file."));
        }
        return items;
    }
}
