// SPDX-License-Identifier: Apache-2.0
package org.rongmei.keeping;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rongmei.server.DataDirectory;
import org.rongmei.server.Refusal;

/** {@code ./restore}: a newsroom from its backup, in a new data directory. */
public final class Restore {

    private static final String USAGE = """
            ./restore BACKUP DATA      makes the data directory DATA of a backup; it must be new or empty
            ./restore --check BACKUP   only sees whether the backup is as it was written
            Databases that were on PostgreSQL go into empty ones, by RONGMEI_ARTICLE_DB_URL and its like, with pg_restore.""";

    private final Map<String, String> environment;
    private final PrintStream out;

    Restore(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            List<String> words = new ArrayList<>(List.of(arguments));
            Restore restore = new Restore(System.getenv(), System.out);
            if (words.size() == 2 && words.get(0).equals("--check")) {
                restore.check(Path.of(words.get(1)));
            } else if (words.size() == 2 && words.stream().noneMatch(word -> word.startsWith("-"))) {
                restore.restore(Path.of(words.get(0)), Path.of(words.get(1)));
            } else {
                throw new Refusal(USAGE);
            }
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void check(Path backup) {
        try {
            Sums.check(backup);
        } catch (IOException e) {
            throw new Refusal("The backup " + backup + " cannot be read: " + e.getMessage() + ".", e);
        }
        out.println("The backup " + backup + " is as it was written.");
    }

    void restore(Path backup, Path target) throws InterruptedException {
        check(backup);
        Path data = target.toAbsolutePath().normalize();
        requireNew(data);
        for (Database database : Database.of(data, environment)) {
            requirePlace(database, backup);
        }
        Path work = data.resolveSibling(Backup.UNFINISHED + data.getFileName());
        try {
            Belongings.remove(work);
            Belongings.privateDirectory(work);
            Belongings.copyPictures(backup.resolve(Belongings.PICTURES), work.resolve(Belongings.PICTURES), null);
            Belongings.copyOthers(backup, work);
            for (Database database : Database.of(work, environment)) {
                restore(database, backup, work);
            }
            DataDirectory.restored(work);
            Files.deleteIfExists(data);
            Files.move(work, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (Refusal e) {
            Belongings.remove(work);
            throw e;
        } catch (IOException e) {
            Belongings.remove(work);
            throw new Refusal("The backup cannot be put back into " + work + ": " + e.getMessage() + ".", e);
        }
        out.println("Restored. Start it with ./run --data " + data
                + "; its change log has a new name, so that followers read it from its start.");
        out.println("Servers that are started otherwise, all with the same: RONGMEI_ARTICLE_RESTORED="
                + DataDirectory.existing(data).restoredAs());
    }

    private static void requireNew(Path data) {
        try {
            if (Files.exists(data) && isNotEmpty(data)) {
                throw new Refusal(data + " is not empty: a backup goes into a new data directory.");
            }
        } catch (IOException e) {
            throw new Refusal(data + " cannot be read.", e);
        }
    }

    private static boolean isNotEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isPresent();
        }
    }

    /** Before anything is written: the databases are there, empty, and of the backup's kind. */
    private static void requirePlace(Database database, Path backup) {
        boolean embedded = Files.exists(backup.resolve(Backup.archive(database)));
        if (!embedded && !Files.exists(backup.resolve(Backup.dump(database)))) {
            throw new Refusal("The backup " + backup + " has no database " + database.name() + ".");
        }
        if (embedded && !database.isEmbedded()) {
            throw new Refusal("The backup of " + database.name()
                    + " is one of H2: put it back without RONGMEI_*_DB_URL, then ./move it to PostgreSQL.");
        }
        if (!embedded) {
            database.requireEmptyServer();
        }
    }

    private static void restore(Database database, Path backup, Path work) throws IOException, InterruptedException {
        if (database.isEmbedded()) {
            Path directory = Belongings.privateDirectory(work.resolve(database.name()));
            org.h2.tools.Restore.execute(
                    backup.resolve(Backup.archive(database)).toString(), directory.toString(), database.name());
        } else {
            Programs.run(database.tool(
                    "pg_restore",
                    "--no-owner",
                    "--exit-on-error",
                    "--single-transaction",
                    backup.resolve(Backup.dump(database)).toString()));
        }
    }
}
