// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Room that a database keeps for itself. H2 closes when a write finds the disk full, and needs some kilobytes to open
 * again, which logs and indexes on the same disk are as quick to take; without them nobody could even read. Each time it
 * cannot be opened, a little of the reserve is given up; it is laid in again when there is room.
 */
final class Reserve {

    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?([^;]+)(?:;.*)?");
    private static final int PIECES = 16;
    private static final int PIECE = 128 * 1024;

    /** Less is no room to lay anything in. */
    private static final long ROOM = 8L * PIECES * PIECE;

    /** Some of the longest articles at once, each with the versions before and after. */
    private static final long MARGIN = 8L << 20;

    private final Path database;

    private Reserve(Path database) {
        this.database = database;
    }

    /** Of a database in a file; one in memory has none. */
    static Optional<Reserve> of(String url) {
        Matcher file = FILE.matcher(url);
        return file.matches() && !file.group(1).startsWith("mem:")
                ? Optional.of(new Reserve(Path.of(file.group(1)).toAbsolutePath()))
                : Optional.empty();
    }

    /** The database's file, without what H2 adds to its name. */
    Path database() {
        return database;
    }

    /** What is missing, where there is room for it. */
    synchronized void layIn() {
        @Nullable Path directory = database.getParent();
        for (int number = 1; number <= PIECES && directory != null; number++) {
            Path piece = piece(number);
            try {
                if (!Files.exists(piece) && Files.getFileStore(directory).getUsableSpace() > ROOM) {
                    Files.write(piece, new byte[PIECE]);
                }
            } catch (IOException e) {
                return; // next time
            }
        }
    }

    /**
     * Before anything is written: H2 closes when a write finds the disk full, and does not always open again.
     *
     * @throws SQLException with the SQL state that PostgreSQL has for it, when there is next to no room left
     */
    void requireRoom() throws SQLException {
        requireRoom(MARGIN);
    }

    void requireRoom(long margin) throws SQLException {
        @Nullable Path directory = database.getParent();
        if (directory != null && directory.toFile().getUsableSpace() < margin) {
            throw new SQLException("No space left on device, or too little to write safely: " + directory, "53100");
        }
    }

    /** @return whether there was any left to give up */
    synchronized boolean giveUpSome() {
        for (int number = PIECES; number > 0; number--) {
            try {
                if (Files.deleteIfExists(piece(number))) {
                    return true;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return false;
    }

    private Path piece(int number) {
        return database.resolveSibling(database.getFileName() + ".reserve." + number);
    }
}
