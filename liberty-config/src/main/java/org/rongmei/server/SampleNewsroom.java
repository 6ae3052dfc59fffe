// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts the sample newsroom in, by the same road as any newsroom: over HTTP, written by one and reviewed by three others.
 * Their accounts live only for as long as it takes. Begun again after an interruption, it puts in what is missing.
 */
final class SampleNewsroom {

    private static final String WRITER = "sample-reporter";
    private static final String CHIEF = "sample-chief-editor";

    /** Who reads what the writer has written, in the order of the stages. */
    private static final List<String> REVIEWERS = List.of("sample-editor", "sample-editor2", CHIEF);

    private static final String BOUNDARY = "rongmei-sample-picture";

    private final Path samples;
    private final String articleUrl;
    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String password = Passwords.random();

    SampleNewsroom(Path samples, String articleUrl, PrintStream out) {
        this.samples = samples;
        this.articleUrl = articleUrl;
        this.out = out;
    }

    void load(DataDirectory data) throws InterruptedException {
        AccountsFile accounts = AccountsFile.in(data.path());
        accounts.add(WRITER, password, List.of("reporter"));
        REVIEWERS.forEach(
                login -> accounts.add(login, password, List.of(login.equals(CHIEF) ? "chief-editor" : "editor")));
        accounts.write();
        try {
            awaitAccount();
            loadSections();
            loadSources();
            loadStaff();
            loadArticles(loadPictures());
        } finally {
            AccountsFile after = AccountsFile.in(data.path());
            after.remove(WRITER);
            REVIEWERS.forEach(after::remove);
            after.write();
        }
    }

    /** Liberty looks at the accounts every half second. */
    private void awaitAccount() throws InterruptedException {
        for (int tried = 0; tried < 60; tried++) {
            if (send(request("/media?limit=1").GET()).statusCode() == 200) {
                return;
            }
            Thread.sleep(500);
        }
        throw new Refusal("The sample newsroom cannot be loaded: the server does not take its account.");
    }

    private void loadSections() {
        for (JsonObject section : array(samples.resolve("sections.json")).getValuesAs(JsonObject.class)) {
            JsonObject body = Json.createObjectBuilder(section).remove("path").build();
            HttpResponse<String> response = send(request("/sections/" + section.getString("path"))
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
            if (response.statusCode() != 428) { // 428: it is there already
                require(201, response);
            }
        }
    }

    /** What the reprints come from; a list that somebody has put in already stays. */
    private void loadSources() {
        if (send(request("/sources", CHIEF).GET()).statusCode() == 404) {
            require(
                    201,
                    send(request("/sources", CHIEF)
                            .header("Content-Type", "text/csv; charset=utf-8")
                            .PUT(HttpRequest.BodyPublishers.ofString(read(samples.resolve("sources.csv"))))));
        }
    }

    /** Who is who; whoever somebody has written down already stays. */
    private void loadStaff() {
        for (JsonObject person : array(samples.resolve("staff.json")).getValuesAs(JsonObject.class)) {
            JsonObject body = Json.createObjectBuilder(person).remove("login").build();
            HttpResponse<String> response = send(request("/staff/" + person.getString("login"), CHIEF)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
            if (response.statusCode() != 428) {
                require(201, response);
            }
        }
    }

    /** @return the id of each picture by its file name */
    private Map<String, String> loadPictures() {
        Map<String, String> ids = new HashMap<>();
        List<JsonObject> pictures = array(samples.resolve("pictures.json")).getValuesAs(JsonObject.class);
        for (JsonObject picture : pictures) {
            String file = picture.getString("file");
            progress("pictures", ids.size(), pictures.size());
            HttpResponse<String> response = send(request("/media")
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .header("Idempotency-Key", "sample-" + file)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(picture))));
            ids.put(file, json(require(201, response).body()).getString("id"));
        }
        return ids;
    }

    private byte[] multipart(JsonObject picture) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            for (String field : List.of("alt", "caption", "credit")) {
                body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n"
                                + picture.getString(field, "") + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            String file = picture.getString("file");
            body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                            + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(Files.readAllBytes(samples.resolve("pictures").resolve(file)));
            body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("A sample picture cannot be read", e);
        }
        return body.toByteArray();
    }

    private void loadArticles(Map<String, String> pictures) {
        List<Path> files = files();
        Set<String> published = titles("published");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        int done = 0;
        for (Path file : files) {
            progress("articles", done, files.size());
            done++;
            JsonObject sample = json(read(file));
            JsonObject article = sample.getJsonObject("article");
            if (published.contains(article.getString("title"))) {
                continue;
            }
            // Seconds that look like a newsroom's, and are the same for the same article.
            long seconds = Math.floorMod(file.getFileName().toString().hashCode(), 60);
            Instant at =
                    now.minus(Duration.ofMinutes(sample.getInt("ageMinutes"))).minusSeconds(seconds);
            publish(withPictures(article, pictures), at, "sample-" + file.getFileName());
        }
        progress("articles", done, files.size());
        out.println();
    }

    private void publish(JsonObject article, Instant at, String key) {
        HttpResponse<String> drafted = require(
                201,
                send(request("/articles", WRITER)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(article.toString()))));
        String path = "/articles/" + json(drafted.body()).getString("id");
        if (!isApproved(path)) {
            approve(path);
        }
        String body = Json.createObjectBuilder()
                .add("at", at.toString())
                .add("reason", "示例稿件")
                .build()
                .toString();
        require(200, send(change(path + "/publication", CHIEF).PUT(HttpRequest.BodyPublishers.ofString(body))));
    }

    /** What an interrupted start had got approved. */
    private boolean isApproved(String path) {
        return json(require(200, send(request(path).GET())).body())
                .getString("state")
                .equals("approved");
    }

    /** From the first stage, also what an interrupted start left half reviewed. */
    private void approve(String path) {
        HttpResponse<String> before = send(change(path + "/submission", WRITER).DELETE());
        if (before.statusCode() != 409) { // 409: it was a draft
            require(200, before);
        }
        require(200, send(change(path + "/submission", WRITER).PUT(HttpRequest.BodyPublishers.noBody())));
        for (String reviewer : REVIEWERS) {
            HttpRequest.BodyPublisher approval = HttpRequest.BodyPublishers.ofString("{\"verdict\":\"approve\"}");
            require(200, send(change(path + "/reviews", reviewer).POST(approval)));
        }
    }

    private HttpRequest.Builder change(String path, String login) {
        return request(path, login).header("Content-Type", "application/json").header("If-Match", "*");
    }

    /** File names become ids, in the list of pictures and in the text. */
    private static JsonObject withPictures(JsonObject article, Map<String, String> ids) {
        JsonObjectBuilder ready = Json.createObjectBuilder(article);
        if (article.containsKey("images")) {
            JsonArrayBuilder images = Json.createArrayBuilder();
            article.getJsonArray("images")
                    .getValuesAs(JsonString.class)
                    .forEach(file -> images.add(Json.createObjectBuilder().add("id", ids.get(file.getString()))));
            ready.add("images", images);
        }
        String body = article.getString("body", "");
        for (Map.Entry<String, String> picture : ids.entrySet()) {
            body = body.replace("media:" + picture.getKey(), "/content/media/" + picture.getValue() + "/large");
        }
        return ready.add("body", body).build();
    }

    private Set<String> titles(String state) {
        Set<String> titles = new HashSet<>();
        String next = "/content/articles?limit=100&state=" + state;
        while (next != null) {
            JsonObject page = json(require(
                            200,
                            send(request(next.substring("/content".length())).GET()))
                    .body());
            page.getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(article -> titles.add(article.getString("title")));
            next = page.get("next").getValueType() == JsonValue.ValueType.STRING ? page.getString("next") : null;
        }
        return titles;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(samples.resolve("articles"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The sample articles cannot be read", e);
        }
    }

    private void progress(String what, int done, int all) {
        out.print("\rLoading the sample newsroom: " + what + " " + done + "/" + all + "   ");
        out.flush();
    }

    private HttpRequest.Builder request(String path) {
        return request(path, CHIEF);
    }

    private HttpRequest.Builder request(String path, String login) {
        String credentials =
                Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(articleUrl + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refusal("The sample newsroom cannot be loaded: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Loading the sample newsroom was interrupted; the next start goes on with it.", e);
        }
    }

    private static HttpResponse<String> require(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new Refusal("The sample newsroom cannot be loaded: "
                    + response.request().uri() + " answered " + response.statusCode() + " " + response.body());
        }
        return response;
    }

    private static JsonArray array(Path file) {
        return Json.createReader(new StringReader(read(file))).readArray();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A sample cannot be read", e);
        }
    }
}
