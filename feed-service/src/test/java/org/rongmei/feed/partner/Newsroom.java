// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.rongmei.feed.entry.ToldLog;
import org.rongmei.feed.feed.FakeArticles;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;

/**
 * A newsroom that says whatever a test wants, and its partners. Two nodes of feed-service hear of it. Every newsroom has
 * sections and partners of its own.
 */
public final class Newsroom {

    public static final Duration SOON = Duration.ofSeconds(20);
    private static final String SERVER = "http://localhost:" + System.getProperty("rongmei.it.port");
    private static final String AT = "2026-11-02T04:00:00Z";

    public final Http feeds = Http.at(SERVER + "/feeds");
    public final Http other = Http.at(SERVER + "/other");
    public final Http chief = feeds.as("chief-editor");
    public final String key = ToldLog.newId();
    private final Http articles = Http.at(SERVER + "/content");

    public static WebArchive node(String contextRoot) {
        return Deployments.service("feed-service", contextRoot);
    }

    public static WebArchive content() {
        return ShrinkWrap.create(WebArchive.class, "content.war").addClass(FakeArticles.class);
    }

    /** @return the section's path */
    public String open(String name) {
        return open(name, key + name);
    }

    public String open(String name, String path) {
        section("section-opened", name, path);
        await().atMost(SOON)
                .until(() -> feeds.get("/sections/" + path + "/rss.xml").status() == 200
                        && other.get("/sections/" + path + "/rss.xml").status() == 200);
        return path;
    }

    public void section(String kind, String name, String path) {
        post("{\"kind\":\"" + kind + "\",\"sectionId\":\"" + id(name) + "\",\"at\":\"" + AT
                + "\",\"section\":{\"id\":\"" + id(name) + "\",\"path\":\"" + path
                + "\",\"name\":\"栏目\",\"position\":1,\"hidden\":false}}");
    }

    /** An article called by a number, in the section of that name. */
    public JsonObjectBuilder article(int number, String section) {
        return ToldLog.article(
                        article(number),
                        id(section),
                        Instant.parse("2026-11-01T00:00:00Z").plusSeconds(number))
                .add("version", 1);
    }

    public void publish(int number, String section) {
        tell("published", article(number, section).build());
    }

    public void tell(String kind, JsonObject article) {
        post("{\"kind\":\"" + kind + "\",\"articleId\":\"" + article.getString("id") + "\",\"at\":\"" + AT
                + "\",\"article\":" + article + "}");
    }

    public void withdraw(int number) {
        post("{\"kind\":\"withdrawn\",\"articleId\":\"" + article(number) + "\",\"at\":\"" + AT
                + "\",\"article\":null}");
    }

    public static JsonObject rights(String syndication) {
        return Json.createObjectBuilder()
                .add("syndication", syndication)
                .add("holder", "澜川日报社")
                .add("statement", "经授权转载")
                .add("licence", "https://licence.example/1")
                .build();
    }

    private void post(String line) {
        assertThat(articles.post("/changes", line).status()).isEqualTo(200);
    }

    /** The id of a section of ours. */
    public String id(String section) {
        return (section + key).substring(0, 11);
    }

    public String article(int number) {
        return key.substring(0, 9) + "%03d".formatted(number);
    }

    public String uri(int number) {
        return "tag:news.example,2026-11-01:" + article(number);
    }

    /** Of the server's account that has the role. */
    public Http account() {
        return feeds.as("partner");
    }

    public Http.Answer agree(String login, String contract) {
        return chief.with("If-Match", "*").put("/partners/" + login, contract);
    }

    /**
     * A partner with a token.
     *
     * @param contract without its name
     * @return who comes with that token, to the first node
     */
    public Http partner(String login, String contract) {
        Http.Answer agreed = chief.put("/partners/" + login, "{\"name\":\"门户\"," + contract + "}");
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(201);
        return holder(feeds, token(login));
    }

    public String token(String login) {
        Http.Answer issued = chief.post("/partners/" + login + "/credentials", "{}");
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        return issued.json().getString("token");
    }

    public static Http holder(Http node, String token) {
        return node.with("Authorization", "Bearer " + token);
    }
}
