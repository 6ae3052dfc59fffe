// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.test.Http;

/** Contracts, as the chief-editor keeps them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ContractsIT {

    @Deployment(name = "feeds", order = 2, testable = false)
    static WebArchive service() {
        return Newsroom.node("feeds");
    }

    @Deployment(name = "content", order = 1, testable = false)
    static WebArchive articles() {
        return Newsroom.content();
    }

    @Deployment(name = "other", order = 3, testable = false)
    static WebArchive otherNode() {
        return Newsroom.node("other");
    }

    private final Newsroom newsroom = new Newsroom();
    private final Http chief = newsroom.chief;
    private final String login = "portal-" + newsroom.key;
    private final String there = "/partners/" + login;
    private String news = "";

    @BeforeEach
    void openSection() {
        news = newsroom.open("news");
    }

    private String contract() {
        return """
                {"name":"市门户","contact":"周航 13800000000","sections":["%s"],"kinds":["original","reprint"],
                 "syndication":"partners","validFrom":"2026-01-01T00:00:00Z","validTo":"2099-01-01T00:00:00Z",
                 "quota":{"requests":600,"per":"hour"}}""".formatted(news);
    }

    @Test
    void contractIsReadAsItWasAgreed() {
        Http.Answer agreed = chief.put(there, contract());
        Http.Answer read = chief.get(there);

        assertThat(agreed.status()).as(agreed.body()).isEqualTo(201);
        assertThat(agreed.header("Location")).isEqualTo("/feeds" + there);
        assertThat(read.header("ETag")).isEqualTo(agreed.header("ETag"));
        JsonObject contract = read.json();
        assertThat(contract.getString("login")).isEqualTo(login);
        assertThat(contract.getString("name")).isEqualTo("市门户");
        assertThat(contract.getString("contact")).isEqualTo("周航 13800000000");
        assertThat(contract.getJsonArray("sections")).hasToString("[\"" + news + "\"]");
        assertThat(contract.getJsonArray("kinds")).hasToString("[\"original\",\"reprint\"]");
        assertThat(contract.getString("syndication")).isEqualTo("partners");
        assertThat(contract.getString("validTo")).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(contract.getJsonObject("quota").getInt("requests")).isEqualTo(600);
        assertThat(contract.getString("changedBy")).isEqualTo("chief-editor");
        assertThat(chief.with("If-None-Match", read.header("ETag")).get(there).status())
                .isEqualTo(304);
    }

    @Test
    void changeNeedsToHaveSeenWhatItChanges() {
        String first = chief.put(there, contract()).header("ETag");
        String second = chief.with("If-Match", first)
                .put(there, contract().replace("市门户", "省门户"))
                .header("ETag");

        assertThat(second).isNotEmpty().isNotEqualTo(first);
        assertThat(chief.put(there, contract()).status()).isEqualTo(428);
        assertThat(chief.with("If-Match", first).put(there, contract()).status())
                .isEqualTo(412);
        assertThat(chief.delete(there, null).status()).isEqualTo(428);
        assertThat(chief.with("If-Match", first).delete(there, null).status()).isEqualTo(412);
        assertThat(chief.with("If-Match", "*").put(there + "-none", contract()).status())
                .as("where there is nothing, nothing matches")
                .isEqualTo(412);
        assertThat(chief.get(there).json().getString("name")).isEqualTo("省门户");
        assertThat(chief.with("If-Match", second).delete(there, null).status()).isEqualTo(204);
        assertThat(chief.get(there).status()).isEqualTo(404);
    }

    @Test
    void whatIsLeftOutIsCleared() {
        chief.put(there, contract());

        newsroom.agree(
                login, "{\"name\":\"市门户\",\"sections\":[\"*\"],\"kinds\":[\"original\"],\"syndication\":\"public\"}");

        JsonObject contract = chief.get(there).json();
        assertThat(contract.getJsonArray("sections")).hasToString("[\"*\"]");
        assertThat(contract.keySet()).doesNotContain("contact", "quota", "validTo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"sections\":[\"no/such\"]'|sections[0]|no/such",
                "'\"sections\":[]'|sections|sections",
                "'\"kinds\":[\"advertorial\"]'|kinds|advertorials",
                "'\"kinds\":[]'|kinds|kinds",
                "'\"syndication\":\"none\"'|syndication|public or partners",
                "'\"validTo\":\"2025-01-01T00:00:00Z\"'|validTo|ends after",
                "'\"quota\":{\"requests\":0,\"per\":\"hour\"}'|quota|requests per",
                "'\"quota\":{\"requests\":5,\"per\":\"week\"}'|quota|requests per",
            })
    void whatCannotBeAgreedIsSaidInASentence(String wrong, String field, String word) {
        String name = wrong.substring(0, wrong.indexOf(':') + 1);
        String refusedDraft =
                contract().replaceAll(java.util.regex.Pattern.quote(name) + "(\\[[^]]*]|\\{[^}]*}|\"[^\"]*\")", wrong);

        Http.Answer refused = chief.with("Accept-Language", "en").put(there, refusedDraft);

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactly(field);
        assertThat(refused.json().getString("detail")).contains(word);
        assertThat(chief.get(there).status()).isEqualTo(404);
    }

    @Test
    void whoDidWhatIsKeptAlsoWhenTheContractIsNot() {
        chief.put(there, contract());
        newsroom.feeds
                .as("chief-editor2")
                .with("If-Match", "*")
                .put(there, contract().replace("市门户", "省门户"));
        String token = newsroom.token(login);
        chief.with("If-Match", "*").delete(there, null);

        JsonObject audit = chief.get(there + "/audit").json();

        assertThat(audit.getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(item -> item.getString("action") + " " + item.getString("by"))
                .containsExactly(
                        "removed chief-editor",
                        "credential-issued chief-editor",
                        "changed chief-editor2",
                        "agreed chief-editor");
        assertThat(audit.toString()).contains("省门户").doesNotContain(token);
        assertThat(chief.get("/partners/" + login + "-none/audit").status()).isEqualTo(404);
    }

    @Test
    void listIsReadPageByPage() {
        for (String name : List.of("a", "b", "c")) {
            chief.put(there + name, contract());
        }
        StringBuilder seen = new StringBuilder();
        String next = "/feeds/partners?limit=1";
        for (int page = 0; page < 500 && next != null; page++) {
            JsonObject list = chief.get(next.substring("/feeds".length())).json();
            seen.append(list.getJsonArray("items").getJsonObject(0).getString("login"))
                    .append('\n');
            next = list.containsKey("next") && !list.isNull("next") ? list.getString("next") : null;
        }

        assertThat(seen.toString().lines()).contains(login + "a", login + "b", login + "c");
        assertThat(seen.toString().lines()).isSorted().doesNotHaveDuplicates();
        assertThat(chief.get("/partners?limit=101").status()).isEqualTo(400);
        assertThat(chief.get("/partners?cursor=x").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "reporter", "editor", "site-admin"})
    void nobodyElseLearnsWhoOurPartnersAre(String role) {
        chief.put(there, contract());
        Http somebody = newsroom.feeds.as(role);

        for (String address : List.of("/partners", there, there + "-none", there + "/audit")) {
            assertThat(somebody.get(address).status()).as(address).isEqualTo(403);
            assertThat(newsroom.feeds.get(address).status()).as(address).isEqualTo(401);
        }
        assertThat(somebody.get(there).body().replace(login, ""))
                .isEqualTo(somebody.get(there + "-none").body().replace(login + "-none", ""));
        assertThat(somebody.put(there, contract()).status()).isEqualTo(403);
        assertThat(somebody.post(there + "/credentials", "{}").status()).isEqualTo(403);
    }

    @Test
    void tokenIsShownOnceAndNoLongerThanItsContractAllows() {
        chief.put(there, contract());

        Http.Answer issued = chief.post(there + "/credentials", "{\"overlapHours\":1}");
        Http.Answer contract = chief.get(there);

        assertThat(issued.json().getString("token")).matches("rmp_[A-Za-z0-9_-]{43}");
        assertThat(issued.header("Cache-Control")).contains("no-store");
        assertThat(contract.body())
                .contains(issued.json().getString("id"))
                .doesNotContain(issued.json().getString("token"));
        assertThat(chief.post(there + "/credentials", "{\"overlapHours\":721}").status())
                .isEqualTo(422);
        assertThat(chief.post(there + "/credentials", "{\"validTo\":\"2020-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(422);
        assertThat(chief.post(there + "-none/credentials", "{}").status()).isEqualTo(404);
        assertThat(chief.with("If-Match", "*")
                        .delete(there + "/credentials/none", null)
                        .status())
                .isEqualTo(404);
    }
}
