// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that a newsroom on one machine keeps: databases, pictures, accounts, secrets, logs. */
public final class DataDirectory {

    /** What the first start made of it. */
    enum Newsroom {
        /** Bare, by {@code --empty}. */
        EMPTY,
        /** The sample is on its way in; a start that finds this goes on with it. */
        LOADING,
        SAMPLE
    }

    /** A channel that nobody knows any more is closed by the garbage collector, and the lock is gone with it. */
    private static final Set<Closeable> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;

    private DataDirectory(Path path) {
        this.path = path;
    }

    /** @throws Refusal when it cannot be written to, or somebody else is at work in it */
    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            for (String folder : List.of("article", "feed", "siteinfo", "media", "keys", "site")) {
                Files.createDirectories(path.resolve(folder));
            }
            Path secrets = path.resolve("secrets");
            if (!Files.isDirectory(secrets)) {
                Files.createDirectory(
                        secrets, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new Refusal("The data directory " + path.toAbsolutePath() + " cannot be written to.", e);
        }
        if (!Files.isWritable(path)) {
            throw new Refusal("The data directory " + path.toAbsolutePath() + " cannot be written to.");
        }
        return new DataDirectory(path.toAbsolutePath().normalize());
    }

    /** One that a newsroom has been in; nothing is made in it. */
    public static DataDirectory existing(Path path) {
        if (!Files.exists(path.resolve("newsroom"))) {
            throw new Refusal("There is no newsroom in " + path.toAbsolutePath() + ": say where it is with --data.");
        }
        return new DataDirectory(path.toAbsolutePath().normalize());
    }

    public Path path() {
        return path;
    }

    /** For as long as this Java lives: two servers in one directory would ruin each other's databases. */
    public void lock() {
        HELD.add(tryLock()
                .orElseThrow(() -> new Refusal("The data directory " + path + " is in use by another server.")));
    }

    /** @return what keeps everybody else out until it is closed, or nothing, when somebody is at work in it */
    public Optional<Closeable> tryLock() {
        try {
            FileChannel file =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(file)) {
                return Optional.of(file);
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new Refusal("The data directory " + path + " cannot be locked.", e);
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Notes that what is in the directory was put back from a backup: followers have seen numbers that its change log will
     * give anew, so that the log must have another name.
     */
    public static void restored(Path path) throws IOException {
        Files.writeString(path.resolve("restored"), Instant.now() + "\n");
    }

    /** The word of the last restoration, for as long as there is no other; empty when there was none. */
    public String restoredAs() {
        try {
            Path file = path.resolve("restored");
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory cannot be read", e);
        }
    }

    boolean isNew() {
        return !Files.exists(path.resolve("newsroom"));
    }

    Newsroom newsroom() {
        try {
            return Newsroom.valueOf(Files.readString(path.resolve("newsroom")).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("The file " + path.resolve("newsroom") + " does not say what this newsroom is.", e);
        }
    }

    void remember(Newsroom newsroom) {
        try {
            Files.writeString(path.resolve("newsroom"), newsroom + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory cannot be written to", e);
        }
    }

    /** A secret that servers read as the configuration variable of that name; made up when there is none yet. */
    String secret(String variable) {
        Path file = path.resolve("secrets").resolve(variable);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            String secret = Passwords.random();
            keepSecret(variable, secret);
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("Secret " + variable + " cannot be read", e);
        }
    }

    void keepSecret(String variable, String secret) {
        Path file = path.resolve("secrets").resolve(variable);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, secret);
        } catch (IOException e) {
            throw new UncheckedIOException("Secret " + variable + " cannot be kept", e);
        }
    }

    /**
     * The accounts of the first start, with their passwords: three reviews need three people.
     *
     * @return login and password of each, to be shown once; empty when there were accounts already
     */
    Map<String, String> openAccounts() {
        AccountsFile accounts = AccountsFile.in(path);
        Map<String, String> passwords = new LinkedHashMap<>();
        if (accounts.exists()) {
            return passwords;
        }
        Map<String, String> roleOf = new LinkedHashMap<>();
        roleOf.put("reporter", "reporter");
        roleOf.put("editor", "editor");
        roleOf.put("editor2", "editor");
        roleOf.put("editor3", "editor");
        roleOf.put("chief-editor", "chief-editor");
        roleOf.put("chief-editor2", "chief-editor");
        roleOf.put("site-admin", "site-admin");
        roleOf.put("syndicator", "syndicator");
        roleOf.forEach((login, role) -> {
            String password = Passwords.fromEnvironment().orElseGet(Passwords::random);
            accounts.add(login, password, List.of(role));
            passwords.put(login, password);
        });
        // feed-service logs in with this one, so it has to be known in clear; nobody else needs it.
        keepSecret("rongmei.syndicator.password", passwords.get("syndicator"));
        accounts.write();
        return passwords;
    }
}
