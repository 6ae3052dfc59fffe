// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path place;

    @Test
    void secretIsMadeOnceAndKeptForItsOwner() throws IOException {
        DataDirectory data = DataDirectory.open(place.resolve("data"));

        String secret = data.secret("rongmei.secret");

        Path file = data.path().resolve("secrets/rongmei.secret");
        assertThat(secret).hasSize(20);
        assertThat(DataDirectory.open(data.path()).secret("rongmei.secret")).isEqualTo(secret);
        assertThat(data.secret("rongmei.other")).isNotEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void newsroomIsRememberedFromStartToStart() {
        DataDirectory data = DataDirectory.open(place);
        assertThat(data.isNew()).isTrue();

        data.remember(DataDirectory.Newsroom.LOADING);

        DataDirectory again = DataDirectory.open(place);
        assertThat(again.isNew()).isFalse();
        assertThat(again.newsroom()).isEqualTo(DataDirectory.Newsroom.LOADING);
    }

    @Test
    void newsroomThatNobodyKnowsIsRefused() throws IOException {
        DataDirectory data = DataDirectory.open(place);
        Files.writeString(place.resolve("newsroom"), "?");

        assertThatThrownBy(data::newsroom).isInstanceOf(Refusal.class);
    }

    @Test
    void directoryIsInUseForAsLongAsTheServerLivesWhateverIsCollected() throws Exception {
        DataDirectory.open(place).lock();
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(100);
        }

        assertThat(DataDirectory.open(place).tryLock()).isEmpty();
    }

    @Test
    void secondServerFindsTheDirectoryInUse() {
        DataDirectory.open(place).lock();

        assertThatThrownBy(() -> DataDirectory.open(place).lock())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("in use");
    }

    @Test
    void fileIsNoPlaceForNewsroom() throws IOException {
        Path file = Files.createFile(place.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(file.toString());
    }
}
