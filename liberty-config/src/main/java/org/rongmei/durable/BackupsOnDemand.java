// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Backs a database up while it is used. H2 lets one process have the file, so the server has to do it; who asks leaves a
 * file beside the database, as whoever may write there could take the database anyhow. No port, no password.
 */
public final class BackupsOnDemand {

    /** What the answer says when all went well; otherwise it says why not. */
    public static final String DONE = "done";

    private static final System.Logger LOG = System.getLogger(BackupsOnDemand.class.getName());
    private static final long PAUSE = 500;
    private static final ScheduledExecutorService CLERK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "database backups");
        thread.setDaemon(true);
        return thread;
    });

    private final Path database;
    private final GroupSync.Opener opener;

    private BackupsOnDemand(Path database, GroupSync.Opener opener) {
        this.database = database;
        this.opener = opener;
    }

    /** The file that asks for a backup: it holds the path of the archive to be written. */
    public static Path request(Path database) {
        return sibling(database, ".backup-wanted");
    }

    /** Where the answer is. */
    public static Path answer(Path database) {
        return sibling(database, ".backup-answer");
    }

    private static Path sibling(Path database, String suffix) {
        return database.resolveSibling(database.getFileName() + suffix);
    }

    /** From now on, for as long as this Java lives. */
    static void of(Path database, GroupSync.Opener opener) {
        BackupsOnDemand backups = new BackupsOnDemand(database, opener);
        CLERK.scheduleWithFixedDelay(backups::look, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
    }

    private void look() {
        Path request = request(database);
        if (!Files.exists(request)) {
            return;
        }
        try {
            String archive = Files.readString(request);
            // Gone before it is begun: who asked knows by that that somebody is at it.
            Files.delete(request);
            answer(backUp(archive));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The backup of " + database + " cannot be answered for", e);
        }
    }

    private String backUp(String archive) {
        try (Connection connection = opener.open()) {
            backUp(connection, archive);
            return DONE;
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The backup of " + database + " failed", e);
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("H2 does not say why");
        }
    }

    /** As H2 does it: one moment of the database, whatever is written meanwhile. */
    public static void backUp(Connection connection, String archive) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, archive);
            statement.execute();
        }
    }

    private void answer(String text) throws IOException {
        Path unfinished = sibling(database, ".backup-answer-unfinished");
        Files.writeString(unfinished, text);
        Files.move(unfinished, answer(database), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
