// SPDX-License-Identifier: Apache-2.0
package org.rongmei.keeping;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongmei.durable.BackupsOnDemand;
import org.rongmei.server.DataDirectory;
import org.rongmei.server.Refusal;

/** {@code ./backup}: everything a newsroom has, into a directory of its own, while it works or while it is stopped. */
public final class Backup {

    private static final String USAGE = """
            ./backup [--data DIR] PLACE
              writes PLACE/<time>: the three databases, pictures, accounts, secrets, and SHA256SUMS of all of it
              --data DIR   the newsroom's data directory, ./data unless said otherwise
            Databases on PostgreSQL are found, as the servers find them, by RONGMEI_ARTICLE_DB_URL and its like; pg_dump
            writes them down.""";

    static final String UNFINISHED = ".unfinished-";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration PICKED_UP = Duration.ofSeconds(30);
    private static final long PAUSE = 200;

    private final DataDirectory data;
    private final Map<String, String> environment;
    private final PrintStream out;

    Backup(DataDirectory data, Map<String, String> environment, PrintStream out) {
        this.data = data;
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            List<String> words = new ArrayList<>(List.of(arguments));
            Path data = Words.option(words, "--data").map(Path::of).orElse(Path.of("data"));
            if (words.size() != 1 || words.get(0).startsWith("-")) {
                throw new Refusal(USAGE);
            }
            new Backup(DataDirectory.existing(data), System.getenv(), System.out).into(Path.of(words.get(0)));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** @return the directory of the backup, which has its name only when all of it is there */
    Path into(Path place) throws InterruptedException {
        Instant begun = Instant.now();
        String name = NAME.format(begun);
        Path finished = place.toAbsolutePath().normalize().resolve(name);
        Path work = finished.resolveSibling(UNFINISHED + name);
        try {
            Optional<Path> earlier = latest(finished);
            Belongings.privateDirectory(work);
            // A picture is there before an article has it, and may be gone a moment later: each that the databases
            // will speak of was there either before they were written down or shortly after.
            int pictures = pictures(work, earlier);
            backUpDatabases(work);
            pictures += pictures(work, earlier);
            Belongings.copyOthers(data.path(), work);
            Sums.write(work);
            sync(work);
            Files.move(work, finished, StandardCopyOption.ATOMIC_MOVE);
            out.println("Backed up to " + finished + " in "
                    + Duration.between(begun, Instant.now()).toSeconds() + " s; " + pictures
                    + " files of pictures are new"
                    + (earlier.isPresent() ? " since " + earlier.get().getFileName() : "") + ".");
            if (environment.containsKey("RONGMEI_ARTICLE_MEDIA_S3_BUCKET")) {
                out.println("The pictures are in a bucket: they are not in this backup.");
            }
            return finished;
        } catch (Refusal e) {
            Belongings.remove(work);
            throw e;
        } catch (IOException e) {
            Belongings.remove(work);
            throw new Refusal("The backup cannot be written to " + place + ": " + e.getMessage() + ".", e);
        }
    }

    private static Optional<Path> latest(Path finished) throws IOException {
        if (!Files.isDirectory(finished.getParent())) {
            return Optional.empty();
        }
        try (Stream<Path> backups = Files.list(finished.getParent())) {
            return backups.filter(backup -> Files.exists(backup.resolve(Sums.FILE))
                            && !backup.getFileName().toString().startsWith(UNFINISHED))
                    .max(Comparator.comparing(Path::getFileName));
        }
    }

    private int pictures(Path work, Optional<Path> earlier) throws IOException {
        Path pictures = Optional.ofNullable(environment.get("RONGMEI_ARTICLE_MEDIA_DIR"))
                .map(Path::of)
                .orElse(data.path().resolve(Belongings.PICTURES));
        return Belongings.copyPictures(
                pictures,
                work.resolve(Belongings.PICTURES),
                earlier.map(backup -> backup.resolve(Belongings.PICTURES)).orElse(null));
    }

    private void backUpDatabases(Path work) throws IOException, InterruptedException {
        Optional<Closeable> alone = data.tryLock();
        try {
            for (Database database : Database.of(data.path(), environment)) {
                backUp(database, work, alone.isEmpty());
            }
        } finally {
            if (alone.isPresent()) {
                alone.get().close();
            }
        }
    }

    private boolean isAtWork() throws IOException {
        Optional<Closeable> alone = data.tryLock();
        if (alone.isPresent()) {
            alone.get().close();
        }
        return alone.isEmpty();
    }

    private void backUp(Database database, Path work, boolean works) throws IOException, InterruptedException {
        if (!database.isEmbedded()) {
            Programs.run(database.tool(
                    "pg_dump", "--format=custom", "--no-owner", "--file=" + work.resolve(dump(database))));
        } else if (works) {
            ask(database, work.resolve(archive(database)));
        } else {
            try (Connection connection = database.connect()) {
                BackupsOnDemand.backUp(
                        connection, work.resolve(archive(database)).toString());
            } catch (SQLException e) {
                throw new Refusal(
                        "The database " + database.name() + " cannot be backed up: " + e.getMessage() + ".", e);
            }
        }
    }

    static String archive(Database database) {
        return database.name() + ".h2.zip";
    }

    static String dump(Database database) {
        return database.name() + ".pgdump";
    }

    /** Of the server, which alone can open its databases. It may take as long as it takes, once it has begun. */
    private void ask(Database database, Path archive) throws IOException, InterruptedException {
        Path request = BackupsOnDemand.request(database.file());
        Path answer = BackupsOnDemand.answer(database.file());
        Files.deleteIfExists(answer);
        Path unfinished = request.resolveSibling(request.getFileName() + "-unfinished");
        Files.writeString(unfinished, archive.toString());
        Files.move(unfinished, request, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        long giveUp = System.nanoTime() + PICKED_UP.toNanos();
        while (!Files.exists(answer)) {
            if (Files.exists(request) ? System.nanoTime() > giveUp : !isAtWork()) {
                Files.deleteIfExists(request);
                throw new Refusal("The server at work in " + data.path() + " does not back up its database "
                        + database.name() + ".");
            }
            Thread.sleep(PAUSE);
        }
        String outcome = Files.readString(answer);
        Files.delete(answer);
        if (!outcome.equals(BackupsOnDemand.DONE)) {
            throw new Refusal("The database " + database.name() + " cannot be backed up: " + outcome
                    + " (the server itself writes it: run ./backup as its user, to a place that this user may write).");
        }
    }

    private static void sync(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }
}
