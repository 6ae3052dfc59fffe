// SPDX-License-Identifier: Apache-2.0
package org.rongmei.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.server.Refusal;

/** What a newsroom has beside its databases: pictures, accounts, secrets, certificates, imports that are not done. */
final class Belongings {

    static final String PICTURES = "media";

    private static final List<String> OTHERS =
            List.of("accounts.xml", "newsroom", "restored", "secrets", "keys", "imports");

    private Belongings() {}

    /** A directory for its owner alone: there are secrets in it. */
    static Path privateDirectory(Path directory) throws IOException {
        return Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    static void copyOthers(Path from, Path to) throws IOException {
        for (String name : OTHERS) {
            if (Files.exists(from.resolve(name))) {
                copy(from.resolve(name), to.resolve(name), null);
            }
        }
    }

    /**
     * Pictures that are not there yet. A picture's file never changes, so that one in an earlier backup, of the same name
     * and length, is linked and takes no room.
     *
     * @return how many are new
     */
    static int copyPictures(Path from, Path to, @Nullable Path earlier) throws IOException {
        return Files.isDirectory(from) ? copy(from, to, earlier) : 0;
    }

    /** As far as it can be; what a command began and did not finish is in nobody's way for long. */
    static void remove(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new Refusal(directory + " cannot be removed.", e);
        }
    }

    private static int copy(Path from, Path to, @Nullable Path earlier) throws IOException {
        int copied = 0;
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = from.relativize(file).toString();
                Path target = name.isEmpty() ? to : to.resolve(name);
                if (Files.isDirectory(file)) {
                    if (!Files.isDirectory(target)) {
                        privateDirectory(target);
                    }
                } else if (!Files.exists(target) && !isLinked(earlier, name, file, target)) {
                    copied += copyFile(file, target);
                }
            }
        }
        return copied;
    }

    private static boolean isLinked(@Nullable Path earlier, String name, Path file, Path target) throws IOException {
        if (earlier == null) {
            return false;
        }
        Path same = earlier.resolve(name);
        if (!Files.exists(same) || Files.size(same) != Files.size(file)) {
            return false;
        }
        try {
            Files.createLink(target, same);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false; // a file system without links
        }
    }

    private static int copyFile(Path file, Path target) throws IOException {
        try {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            return 1;
        } catch (NoSuchFileException e) {
            return 0; // removed while we walked
        }
    }
}
