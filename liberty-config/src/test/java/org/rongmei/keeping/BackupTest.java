// SPDX-License-Identifier: Apache-2.0
package org.rongmei.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.server.DataDirectory;
import org.rongmei.server.Refusal;

/** Of a newsroom that is stopped; {@code BackupJourneyIT} has one that works. */
class BackupTest {

    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream(), true);

    @TempDir
    Path folder;

    private Path data;
    private Path place;

    @BeforeEach
    void newsroom() throws IOException, SQLException {
        data = folder.resolve("data");
        place = folder.resolve("backups");
        write("newsroom", "EMPTY");
        write("accounts.xml", "<server/>");
        write("secrets/rongmei.syndicator.password", "not for all");
        write("media/0123456789abc/large.jpg", "a picture");
        write("search/index", "is made anew");
        for (Database database : databases(data)) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table story (title varchar(80))");
                statement.execute("insert into story values ('" + database.name() + "')");
            }
        }
    }

    @Test
    void everythingIsBackInNewDirectory() throws Exception {
        Path backup = backUp();

        restore(backup, folder.resolve("new"));

        for (Database database : databases(folder.resolve("new"))) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet story = statement.executeQuery("select title from story")) {
                story.next();
                assertThat(story.getString(1)).isEqualTo(database.name());
            }
        }
        for (String file : List.of("newsroom", "accounts.xml", "secrets/rongmei.syndicator.password")) {
            assertThat(folder.resolve("new").resolve(file)).hasSameTextualContentAs(data.resolve(file));
        }
        assertThat(folder.resolve("new/media/0123456789abc/large.jpg")).hasContent("a picture");
        assertThat(folder.resolve("new/search")).doesNotExist();
    }

    @Test
    void restoredChangeLogHasAnotherNameEachTime() throws Exception {
        Path backup = backUp();
        restore(backup, folder.resolve("one"));
        restore(backup, folder.resolve("two"));

        String one = DataDirectory.existing(folder.resolve("one")).restoredAs();

        assertThat(one).isNotEmpty();
        assertThat(DataDirectory.existing(folder.resolve("two")).restoredAs()).isNotEqualTo(one);
        assertThat(DataDirectory.existing(data).restoredAs()).isEmpty();
    }

    @Test
    void backupIsForItsOwnerAlone() throws Exception {
        Path backup = backUp();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rwx------");
    }

    @Test
    void picturesOfTheLastBackupTakeNoRoom() throws Exception {
        Path first = backUp();
        write("media/0123456789abd/large.jpg", "another");
        Thread.sleep(1100); // the name of a backup is its second

        Path second = backUp();

        assertThat(inode(second.resolve("media/0123456789abc/large.jpg")))
                .isEqualTo(inode(first.resolve("media/0123456789abc/large.jpg")))
                .isNotEqualTo(inode(data.resolve("media/0123456789abc/large.jpg")));
        assertThat(second.resolve("media/0123456789abd/large.jpg")).hasContent("another");
        restore(second, folder.resolve("new"));
    }

    @Test
    void whatWasChangedInBackupIsFound() throws Exception {
        Path backup = backUp();
        Files.writeString(backup.resolve("media/0123456789abc/large.jpg"), "A picture");

        assertThatThrownBy(() -> restore(backup, folder.resolve("new")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 files")
                .hasMessageContaining("large.jpg");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void whatIsMissingInBackupIsFound() throws Exception {
        Path backup = backUp();
        Files.delete(backup.resolve("article.h2.zip"));

        assertThatThrownBy(() -> new Restore(Map.of(), SILENT).check(backup)).hasMessageContaining("article.h2.zip");
    }

    @Test
    void nothingIsPutOverAnythingElse() throws Exception {
        Path backup = backUp();

        assertThatThrownBy(() -> restore(backup, data))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void backupThatFailsLeavesNothingBehind() throws Exception {
        Map<String, String> elsewhere = Map.of("RONGMEI_FEED_DB_URL", "jdbc:postgresql://localhost:1/nothing");

        assertThatThrownBy(() -> new Backup(DataDirectory.existing(data), elsewhere, SILENT).into(place))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("pg_dump");
        try (Stream<Path> left = Files.list(place)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void directoryWithoutNewsroomIsNoEmptyBackup() {
        assertThatThrownBy(() -> DataDirectory.existing(folder)).isInstanceOf(Refusal.class);
    }

    private Path backUp() throws InterruptedException {
        return new Backup(DataDirectory.existing(data), Map.of(), SILENT).into(place);
    }

    private static void restore(Path backup, Path target) throws InterruptedException {
        new Restore(Map.of(), SILENT).restore(backup, target);
    }

    private static List<Database> databases(Path data) {
        return Database.of(data, Map.of());
    }

    private static Object inode(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(data.resolve(name).getParent());
        Files.writeString(data.resolve(name), text);
    }
}
