// SPDX-License-Identifier: Apache-2.0

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps a folder equal to what a partner may hold: a file for each article, in ninjs, and none for what must go.
 *
 * <pre>RONGMEI_TOKEN=rmp_… java Mirror.java https://news.example[,https://other.example] FOLDER [--once]</pre>
 *
 * It may be killed at any moment. An article is written before the position moves past it; what was interrupted is read
 * again, and to write the same article twice does no harm. {@code --once} reads to the end, compares with the manifest
 * and ends: 0 when the folder is equal to it, 1 when it is not, 2 when there is no way in.
 */
public class Mirror {

    /** Polls that say what they have (If-None-Match) and come no sooner than this are not counted by any quota. */
    private static final int POLL_SECONDS =
            Integer.parseInt(System.getenv().getOrDefault("RONGMEI_POLL_SECONDS", "60"));

    private static final Duration BETWEEN_COMPARISONS = Duration.ofDays(1);
    private static final int MOST_COMPARISONS = 5;
    private static final int MOST_ROUNDS = 10;
    private static final String CHANGES = "/feeds/partner/changes";
    private static final String MANIFEST = "/feeds/partner/manifest";
    private static final String ARTICLES = "/feeds/partner/articles/";

    /** @param article null when it must go */
    record Change(String uri, byte[] article, String reason) {}

    /** @param last where to go on; empty is the start of the log */
    record Page(List<Change> changes, String last, boolean more, String etag) {}

    record Holding(String uri, String digest, String href) {}

    /** Makes something of an answer. IOException says that it did not come whole: it is asked for again. */
    interface Reading<T> {
        T read(HttpResponse<byte[]> answer) throws IOException;
    }

    /** There is no sense in going on, for a reason that somebody has to read. */
    @SuppressWarnings("serial")
    static class Stop extends RuntimeException {
        Stop(String message) {
            super(message);
        }
    }

    /** Not 2: Open Liberty never ends a 304 to the request that asks for HTTP/2 on a connection without TLS. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final List<String> nodes;
    private final Path folder;
    private final String token;
    private final boolean once;
    private int node;

    Mirror(List<String> nodes, Path folder, String token, boolean once) {
        this.nodes = nodes;
        this.folder = folder;
        this.token = token;
        this.once = once;
    }

    public static void main(String[] args) throws Exception {
        boolean once = args.length == 3 && args[2].equals("--once");
        String token = System.getenv("RONGMEI_TOKEN"); // not an argument: those are seen by everybody on the machine
        if (args.length != 2 && !once || token == null) {
            System.err.println("RONGMEI_TOKEN=rmp_… java Mirror.java https://news.example[,…] FOLDER [--once]");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(args[1]));
        List<String> nodes = Stream.of(args[0].split(",")).map(each -> each.replaceAll("/+$", "")).toList();
        try (FileChannel lock = FileChannel.open(folder.resolve("lock"), CREATE, WRITE)) {
            if (lock.tryLock() == null) {
                throw new Stop("Another Mirror is at work in " + folder);
            }
            Mirror mirror = new Mirror(nodes, folder, token, once);
            System.exit(once ? mirror.once() : mirror.forever());
        } catch (Stop stop) {
            System.err.println(stop.getMessage());
            System.exit(2);
        }
    }

    private int once() throws Exception {
        List<String> differences = List.of();
        for (int time = 1; time <= MOST_COMPARISONS; time++) { // there may be news while we compare
            follow();
            differences = compare();
            if (differences.isEmpty()) {
                System.out.println("Equal to the manifest: " + files().size() + " articles");
                return 0;
            }
        }
        System.err.println("Not equal to the manifest:");
        differences.forEach(System.err::println);
        return 1;
    }

    private int forever() throws Exception {
        Instant compareAt = Instant.EPOCH;
        while (true) {
            boolean startedOver = follow();
            if (startedOver || Instant.now().isAfter(compareAt)) {
                compare();
                compareAt = Instant.now().plus(BETWEEN_COMPARISONS);
            }
            TimeUnit.SECONDS.sleep(POLL_SECONDS);
        }
    }

    /** Reads the log to its end, and says whether it had to begin at its start. */
    private boolean follow() throws Exception {
        boolean startedOver = false;
        boolean more = true;
        while (more) {
            String[] kept = position();
            String after = kept[0].isEmpty() ? "" : "&after=" + kept[0];
            Page page = ask(CHANGES + "?limit=100" + after, kept[1], answer -> page(answer, kept[0], kept[1]));
            for (Change change : page.changes()) {
                Path file = folder.resolve(name(change.uri()));
                if (change.article() == null) {
                    Files.deleteIfExists(file);
                    System.out.println(Instant.now() + " gone, " + change.reason() + ": " + change.uri());
                } else {
                    write(file, change.article());
                    System.out.println(Instant.now() + " here: " + change.uri());
                }
            }
            if (!page.changes().isEmpty()) {
                sync();
            }
            // An ETag is that of one address. Once the position has moved, there is none for the next yet.
            String etag = page.last().equals(kept[0]) ? page.etag() : "";
            write(folder.resolve("position"), (page.last() + "\n" + etag + "\n").getBytes(StandardCharsets.UTF_8));
            startedOver |= page.last().isEmpty();
            more = page.more();
        }
        return startedOver;
    }

    /**
     * A changed contract needs nothing here: under other terms the log answers from its start, with what has come and with
     * what must go.
     */
    private static Page page(HttpResponse<byte[]> answer, String position, String etag) throws IOException {
        if (answer.statusCode() == 304) {
            return new Page(List.of(), position, false, etag);
        }
        boolean unknown = answer.statusCode() == 410 || answer.statusCode() == 400;
        if (unknown && !position.isEmpty()) {
            System.out.println("The log does not know our position: reading from its start");
            return new Page(List.of(), "", true, "");
        }
        Map<String, String> page = Json.members(text(answer));
        List<Change> changes = new ArrayList<>();
        for (String item : Json.parts(page.get("items"))) {
            Map<String, String> change = Json.members(item);
            String uri = Json.string(change.get("uri"));
            if (!Json.string(change.get("kind")).equals("published")) {
                changes.add(new Change(uri, null, Json.string(change.get("reason"))));
                continue;
            }
            // The digest is over these octets as they stand in the page. Parsed and written anew, they might be others.
            byte[] article = change.get("article").getBytes(StandardCharsets.UTF_8);
            changes.add(new Change(uri, whole(article, Json.string(change.get("digest"))), ""));
        }
        boolean more = !"null".equals(page.get("next"));
        return new Page(changes, Json.string(page.get("last")), more, header(answer, "ETag"));
    }

    /** Makes the folder equal to the manifest, and says what was not. */
    private List<String> compare() throws Exception {
        Map<String, Holding> manifest = ask(MANIFEST, "", Mirror::manifest);
        List<String> differences = new ArrayList<>();
        for (Path file : files()) {
            if (!manifest.containsKey(file.getFileName().toString())) {
                differences.add("must go: " + file.getFileName());
                Files.delete(file);
            }
        }
        for (Map.Entry<String, Holding> each : manifest.entrySet()) {
            Path file = folder.resolve(each.getKey());
            Holding holding = each.getValue();
            if (Files.exists(file) && digest(Files.readAllBytes(file)).equals(holding.digest())) {
                continue;
            }
            differences.add((Files.exists(file) ? "stale: " : "missing: ") + holding.uri());
            byte[] article = ask(holding.href(), "", Mirror::article);
            if (article.length == 0) {
                Files.deleteIfExists(file);
            } else {
                write(file, article);
            }
        }
        differences.forEach(each -> System.out.println(Instant.now() + " repaired, " + each));
        return differences;
    }

    private static Map<String, Holding> manifest(HttpResponse<byte[]> answer) throws IOException {
        Map<String, Holding> manifest = new LinkedHashMap<>();
        boolean ended = false;
        for (String line : text(answer).split("\n")) {
            Map<String, String> members = Json.members(line);
            ended = "true".equals(members.get("end"));
            if (!ended) {
                String uri = Json.string(members.get("uri"));
                String href = Json.string(members.get("href"));
                if (!href.startsWith(ARTICLES)) {
                    throw new Stop("The manifest points elsewhere, where our token must not go: " + href);
                }
                manifest.put(name(uri), new Holding(uri, Json.string(members.get("digest")), href));
            }
        }
        if (!ended) {
            throw new IOException("the manifest has no end");
        }
        return manifest;
    }

    /** Empty when it has gone since the manifest was written. */
    private static byte[] article(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() == 410 || answer.statusCode() == 404) {
            return new byte[0];
        }
        text(answer);
        return whole(answer.body(), header(answer, "Repr-Digest"));
    }

    /** Asks one node and, when it does not answer, the next; after each round of them it waits a little longer. */
    private <T> T ask(String path, String etag, Reading<T> reading) throws InterruptedException {
        long wanted = 0;
        for (int failures = 1; ; failures++) {
            String trouble;
            try {
                HttpResponse<byte[]> answer = send(nodes.get(node) + path, etag);
                int status = answer.statusCode();
                long retryAfter = seconds(header(answer, "Retry-After"));
                if (status == 401) {
                    throw new Stop("The token is not valid (401): " + detail(answer));
                }
                if (status == 403) {
                    throw new Stop("The contract does not allow it (403): " + detail(answer));
                }
                if (status == 429) {
                    System.out.println("Asked too often, going on in " + retryAfter + " s: " + detail(answer));
                    TimeUnit.SECONDS.sleep(Math.max(1, retryAfter)); // the quota is the same at every node
                    continue;
                }
                if (status < 500) {
                    return reading.read(answer);
                }
                trouble = "it answered " + status;
                wanted = Math.max(wanted, retryAfter);
            } catch (IOException e) {
                trouble = e.toString();
            }
            System.out.println(Instant.now() + " " + nodes.get(node) + path + " is not served: " + trouble);
            node = (node + 1) % nodes.size();
            if (failures % nodes.size() == 0) {
                int round = failures / nodes.size();
                if (once && round == MOST_ROUNDS) {
                    throw new Stop("No node serves us");
                }
                TimeUnit.SECONDS.sleep(Math.max(wanted, Math.min(60, 1L << Math.min(round - 1, 6))));
                wanted = 0;
            }
        }
    }

    private HttpResponse<byte[]> send(String address, String etag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(5, TimeUnit.MINUTES); // the timeout above ends with the headers, this one with the body
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw new IOException(e.getCause() == null ? e : e.getCause());
        }
    }

    /** The body of an answer that is what we asked for. */
    private static String text(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new Stop(answer.uri() + " was answered " + answer.statusCode() + ": " + detail(answer));
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The sentence in a problem (RFC 9457). */
    private static String detail(HttpResponse<byte[]> answer) {
        try {
            return Json.string(Json.members(new String(answer.body(), StandardCharsets.UTF_8)).get("detail"));
        } catch (IOException e) {
            return "without a reason";
        }
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static long seconds(String retryAfter) {
        return retryAfter.matches("\\d{1,6}") ? Long.parseLong(retryAfter) : 0;
    }

    private static byte[] whole(byte[] article, String digest) throws IOException {
        if (!digest(article).equals(digest)) {
            throw new IOException("an article has not come whole: " + digest(article) + " instead of " + digest);
        }
        return article;
    }

    private static String digest(byte[] octets) { // as in RFC 9530
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(octets)) + ":";
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never made of what a server says: a hash has no slashes, no dots, and one length. */
    private static String name(String uri) {
        return HexFormat.of().formatHex(sha256(uri.getBytes(StandardCharsets.UTF_8))) + ".json";
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().matches("[0-9a-f]{64}\\.json")).toList();
        }
    }

    /** How far we have read, and the ETag of the answer that there is nothing behind it. */
    private String[] position() throws IOException {
        Path file = folder.resolve("position");
        return (Files.exists(file) ? Files.readString(file) : "\n\n").split("\n", 3);
    }

    /** Whole or not at all: under another name first, onto the disk, and then in one step to its place. */
    private void write(Path file, byte[] octets) throws IOException {
        if (Files.exists(file) && MessageDigest.isEqual(Files.readAllBytes(file), octets)) {
            return;
        }
        Path incoming = folder.resolve("incoming");
        try (FileChannel channel = FileChannel.open(incoming, CREATE, TRUNCATE_EXISTING, WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(octets);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The names in the folder, too, are on the disk before the position is. */
    private void sync() {
        try (FileChannel names = FileChannel.open(folder)) {
            names.force(true);
        } catch (IOException e) {
            // Windows opens no folder, and keeps its names without being asked.
        }
    }

    /** As much JSON as this needs: values stay the text that they came as until somebody wants to know. */
    static class Json {

        private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

        static Map<String, String> members(String object) throws IOException {
            List<String> parts = parts(object);
            Map<String, String> members = new LinkedHashMap<>();
            for (int at = 0; at + 1 < parts.size(); at += 2) {
                members.put(string(parts.get(at)), parts.get(at + 1));
            }
            return members;
        }

        /** The values of an array, or names and values of an object in turn. */
        static List<String> parts(String json) throws IOException {
            List<String> parts = new ArrayList<>();
            boolean quoted = false;
            int depth = 0;
            int from = 0;
            for (int at = 0; json != null && at < json.length(); at++) {
                char c = json.charAt(at);
                if (quoted) {
                    at += c == '\\' ? 1 : 0;
                    quoted = c != '"';
                    continue;
                }
                quoted = c == '"';
                depth += "{[".indexOf(c) >= 0 ? 1 : "}]".indexOf(c) >= 0 ? -1 : 0;
                boolean opened = depth == 1 && parts.isEmpty() && from == 0;
                if (opened || depth == 1 && ",:".indexOf(c) >= 0 || depth == 0 && "}]".indexOf(c) >= 0) {
                    parts.add(json.substring(from, at).strip());
                    from = at + 1;
                }
            }
            if (depth != 0 || quoted || parts.size() < 2) {
                throw new IOException("this is no JSON, or it was cut off");
            }
            boolean empty = parts.size() == 2 && parts.get(1).isEmpty();
            return empty ? List.of() : parts.subList(1, parts.size()); // the first is what is before the bracket
        }

        static String string(String value) throws IOException {
            if (value == null || value.length() < 2 || !value.startsWith("\"")) {
                throw new IOException("this is no string: " + value);
            }
            return ESCAPE.matcher(value.substring(1, value.length() - 1))
                    .replaceAll(each -> Matcher.quoteReplacement(
                            each.group(1) != null
                                    ? String.valueOf((char) Integer.parseInt(each.group(1), 16))
                                    : each.group().replace("\\/", "/").translateEscapes()));
        }
    }
}
