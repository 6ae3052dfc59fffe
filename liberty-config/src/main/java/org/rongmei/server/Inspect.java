// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * {@code ./inspect}: walks the site's own sitemap, has site-info-service check every page, and says on how many of them
 * each rule is kept, and what has changed since the last time.
 */
public final class Inspect {

    /** Beside the findings of site-info-service: a page that is none, and one without the footer of the register. */
    static final String NO_PAGE = "PAGE_MISSING";

    static final String NO_FOOTER = "FOOTER_MISSING";

    private static final Set<String> WORST = Set.of(NO_PAGE, NO_FOOTER);
    private static final String USAGE = """
            ./inspect [--site URL] [--url URL] [--user LOGIN] [--register NAME] [FILE]
            Checks every page of the sitemap, and fails when one has not the footer of the register. FILE keeps what was
            found; the next time it is compared with that. --site is the site's, http://localhost:9080 unless given; --url
            is site-info-service's, /site-info there unless given; LOGIN is a site-admin, whose password is in
            RONGMEI_PASSWORD. The register is the one that the front page's footer is of.""";
    private static final Pattern FOOTER_OF = Pattern.compile("<footer[^>]* data-site=\"([a-z0-9-]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int EXAMPLES = 5;

    private final String site;
    private final ServiceClient siteInfo;
    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String footer = "";

    Inspect(String site, ServiceClient siteInfo, PrintStream out) {
        this.site = site.replaceAll("/+$", "");
        this.siteInfo = siteInfo;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            List<String> words = new ArrayList<>(List.of(arguments));
            String site = ServiceClient.option(words, "--site", "http://localhost:9080");
            ServiceClient siteInfo = ServiceClient.of(words, site + "/site-info", "site-admin", PATIENCE);
            new Inspect(site, siteInfo, System.out).run(words);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** @throws Refusal when a page is missing or has no footer, too */
    void run(List<String> words) throws InterruptedException {
        String wanted = ServiceClient.option(words, "--register", "");
        if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("-"))) {
            throw new Refusal(USAGE);
        }
        String register = wanted.isEmpty() ? register() : wanted;
        SortedMap<String, SortedSet<String>> pages = new TreeMap<>();
        footer = footer(register);
        for (String address : addresses()) {
            pages.put(address, check(address, register));
        }
        forgetWithdrawn(pages);
        report(pages);
        if (!words.isEmpty()) {
            Path file = Path.of(words.get(0));
            compare(before(file), pages);
            keep(file, pages);
        }
        long without = pages.values().stream()
                .filter(findings -> findings.stream().anyMatch(WORST::contains))
                .count();
        if (without > 0) {
            throw new Refusal(without + " pages are missing, or have not the footer of the register.");
        }
    }

    /** Between the reading of the sitemap and the asking for a page, its article may have been withdrawn. */
    private void forgetWithdrawn(SortedMap<String, SortedSet<String>> pages) throws InterruptedException {
        if (pages.values().stream().anyMatch(findings -> findings.contains(NO_PAGE))) {
            Set<String> still = Set.copyOf(addresses());
            pages.entrySet().removeIf(page -> page.getValue().contains(NO_PAGE) && !still.contains(page.getKey()));
        }
    }

    /** The footer says whose it is. */
    private String register() throws InterruptedException {
        Matcher named = FOOTER_OF.matcher(get(site + "/").body());
        if (!named.find()) {
            throw new Refusal("The front page has no footer that says whose it is.");
        }
        return named.group(1);
    }

    private List<String> addresses() throws InterruptedException {
        List<String> addresses = new ArrayList<>();
        for (String sitemap : locations("/sitemap.xml")) {
            addresses.addAll(locations(path(sitemap)));
        }
        return addresses.stream().map(Inspect::path).distinct().toList();
    }

    /** The site may be asked under another name than the one that it tells everybody. */
    private static String path(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private List<String> locations(String sitemap) throws InterruptedException {
        HttpResponse<String> answer = get(site + sitemap);
        if (answer.statusCode() != 200) {
            throw new Refusal(sitemap + " was answered " + answer.statusCode() + ".");
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<String> locations = new ArrayList<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(answer.body()));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("loc")) {
                    locations.add(xml.getElementText());
                }
            }
        } catch (XMLStreamException e) {
            throw new Refusal(sitemap + " is no sitemap.", e);
        }
        return locations;
    }

    private SortedSet<String> check(String address, String register) throws InterruptedException {
        HttpResponse<String> page = get(site + address);
        if (page.statusCode() != 200) {
            return new TreeSet<>(Set.of(NO_PAGE));
        }
        JsonArray findings = siteInfo.post(
                        "/checks",
                        Json.createObjectBuilder()
                                .add("html", page.body())
                                .add("site", register)
                                .add("pageKind", kind(address))
                                .build())
                .getJsonArray("findings");
        SortedSet<String> ids = findings.getValuesAs(JsonObject.class).stream()
                .map(finding -> finding.getString("id"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!page.body().contains(footer)) {
            footer = footer(register); // it may have changed since we asked
            if (!get(site + address).body().contains(footer)) {
                ids.add(NO_FOOTER);
            }
        }
        return ids;
    }

    private String footer(String register) throws InterruptedException {
        HttpResponse<String> answer = send(siteInfo.request("/sites/" + register + "/footer")
                .header("Accept", "text/html")
                .build());
        if (answer.statusCode() != 200 || answer.body().isBlank()) {
            throw new Refusal("There is no footer of the register " + register + ".");
        }
        return answer.body();
    }

    private static String kind(String address) {
        return address.equals("/") ? "home" : address.startsWith("/articles/") ? "article" : "other";
    }

    private HttpResponse<String> get(String address) throws InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refusal(request.uri() + " does not answer.", e);
        }
    }

    private void report(SortedMap<String, SortedSet<String>> pages) {
        SortedMap<String, List<String>> byRule = new TreeMap<>();
        pages.forEach((address, findings) -> findings.forEach(
                id -> byRule.computeIfAbsent(id, rule -> new ArrayList<>()).add(address)));
        out.println(pages.size() + " pages checked.");
        byRule.forEach((rule, broken) -> out.printf(
                "%-28s kept on %d (%.1f %%), broken on %d: %s%s%n",
                rule,
                pages.size() - broken.size(),
                100.0 * (pages.size() - broken.size()) / pages.size(),
                broken.size(),
                String.join(" ", broken.subList(0, Math.min(EXAMPLES, broken.size()))),
                broken.size() > EXAMPLES ? " …" : ""));
        out.println("Every other rule is kept on every page.");
    }

    private void compare(Map<String, SortedSet<String>> before, SortedMap<String, SortedSet<String>> now) {
        if (before.isEmpty()) {
            return;
        }
        out.println("Since the last time:");
        long changes = 0;
        for (String address : new TreeSet<>(union(before.keySet(), now.keySet()))) {
            Set<String> then = before.getOrDefault(address, new TreeSet<>());
            Set<String> today = now.getOrDefault(address, new TreeSet<>());
            String change = (before.containsKey(address) ? "" : " new page")
                    + (now.containsKey(address) ? "" : " page gone")
                    + listed(" +", minus(today, then))
                    + (now.containsKey(address) ? listed(" -", minus(then, today)) : "");
            if (!change.isEmpty()) {
                changes++;
                out.println("  " + address + change);
            }
        }
        if (changes == 0) {
            out.println("  nothing has changed.");
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static String listed(String sign, Set<String> ids) {
        return ids.stream().map(id -> sign + id).collect(Collectors.joining());
    }

    private static Map<String, SortedSet<String>> before(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            Map<String, SortedSet<String>> pages = new TreeMap<>();
            ServiceClient.object(Files.readString(file))
                    .getJsonObject("pages")
                    .forEach((address, ids) -> pages.put(
                            address,
                            ids.asJsonArray().getValuesAs(JsonString.class).stream()
                                    .map(JsonString::getString)
                                    .collect(Collectors.toCollection(TreeSet::new))));
            return pages;
        } catch (IOException | RuntimeException e) {
            throw new Refusal(file + " does not hold what was found the last time.", e);
        }
    }

    private static void keep(Path file, SortedMap<String, SortedSet<String>> pages) {
        JsonObjectBuilder kept = Json.createObjectBuilder();
        pages.forEach((address, ids) -> kept.add(address, Json.createArrayBuilder(ids)));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(
                    part, Json.createObjectBuilder().add("pages", kept).build().toString());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refusal("What was found cannot be written to " + file + ".", e);
        }
    }
}
