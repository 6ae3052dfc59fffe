// SPDX-License-Identifier: Apache-2.0
package org.rongmei.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rongmei.server.Refusal;

/** The SHA-256 of every file below a directory, as {@code sha256sum} writes them and checks them. */
final class Sums {

    static final String FILE = "SHA256SUMS";

    private static final int BUFFER = 1 << 16;

    private Sums() {}

    static void write(Path directory) throws IOException {
        StringBuilder lines = new StringBuilder();
        of(directory)
                .forEach((file, sum) ->
                        lines.append(sum).append("  ").append(file).append('\n'));
        Files.writeString(directory.resolve(FILE), lines);
    }

    /** @throws Refusal when a file is missing, is not as it was, or was not there */
    static void check(Path directory) throws IOException {
        if (!Files.exists(directory.resolve(FILE))) {
            throw new Refusal(directory + " is no backup of ours: it has no " + FILE + ".");
        }
        Map<String, String> told = new TreeMap<>();
        List<String> lines = Files.readAllLines(directory.resolve(FILE));
        for (String line : lines) {
            String[] parts = line.split("  ", 2);
            told.put(parts[parts.length - 1], parts[0]);
        }
        Map<String, String> found = of(directory);
        if (!told.equals(found)) {
            Map<String, String> wrong = new TreeMap<>(told);
            wrong.entrySet().removeAll(found.entrySet());
            found.keySet().removeAll(told.keySet());
            wrong.putAll(found);
            throw new Refusal("The backup " + directory + " is not as it was written: " + wrong.size()
                    + " files are missing, changed or new, such as "
                    + wrong.keySet().iterator().next() + ".");
        }
    }

    /** By path below the directory, with slashes. */
    static Map<String, String> of(Path directory) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = directory.relativize(file).toString();
                if (!name.equals(FILE)) {
                    sums.put(name, sum(file));
                }
            }
        }
        return sums;
    }

    private static String sum(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
