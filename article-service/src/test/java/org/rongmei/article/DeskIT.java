// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** The rules of the desk, as people meet them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeskIT {

    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/content");
    private String section;

    @BeforeEach
    void openSection() {
        section = "d" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(as("chief-editor")
                        .put("/sections/" + section, "{\"name\":\"新闻\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void threeReviewsByThreePeopleLeadToThePublication() {
        String path = draft("三审");

        assertThat(submit(path)).isEqualTo("in-review 1");
        assertThat(review(path, "editor", "approve")).isEqualTo("in-review 2");
        assertThat(review(path, "editor2", "approve")).isEqualTo("in-review 3");
        assertThat(review(path, "chief-editor", "approve")).isEqualTo("approved");
        assertThat(anybody.get(path).status()).isEqualTo(404);
        Http.Answer published = as("chief-editor").put(path + "/publication", "{}");

        assertThat(published.json().getString("state")).isEqualTo("published");
        assertThat(anybody.get(path).json()).doesNotContainKeys("stage", "pending", "reviewsDueAt");
    }

    @Test
    void whoHandsInSeesWhatAProofReaderWouldAskAndIsNotKeptFromIt() {
        String path = draft("汇总");
        as("reporter").put(path, article("汇总").replace("}", ",\"body\":\"<p title='中:文'>新开工12个，其中水利6个、道路3个。</p>\"}"));

        Http.Answer submitted = as("reporter").put(path + "/submission", "");

        assertThat(state(submitted)).isEqualTo("in-review 1");
        assertThat(submitted.json().getJsonArray("hints")).hasSize(1);
        JsonObject hint = submitted.json().getJsonArray("hints").getJsonObject(0);
        assertThat(hint.getString("kind")).isEqualTo("sum");
        assertThat(hint.getString("severity")).isEqualTo("warning");
        assertThat(hint.getInt("paragraph")).isZero();
        assertThat(hint.getInt("offset")).isEqualTo(3);
        assertThat(as("reporter").get(path).json()).doesNotContainKey("hints");
    }

    @Test
    void nobodyReviewsWhatTheyWroteOrChanged() {
        String path = draft("自己的稿", "editor");
        as("editor2").put(path, article("改过一笔"));
        submit(path);

        assertThat(review(path, "editor", "approve")).isEqualTo("409 own-article");
        assertThat(review(path, "editor2", "approve")).isEqualTo("409 own-article");
        assertThat(review(path, "editor3", "approve")).isEqualTo("in-review 2");
    }

    @Test
    void nobodyReviewsTwoStagesAlsoNotAfterAReturn() {
        String path = draft("两个环节");
        submit(path);
        review(path, "editor", "approve");

        assertThat(review(path, "editor", "approve")).isEqualTo("409 second-stage");
        assertThat(review(path, "editor2", "return\",\"note\":\"数字不对")).isEqualTo("draft");
        submit(path);

        assertThat(review(path, "editor2", "approve")).isEqualTo("409 second-stage");
        assertThat(review(path, "editor", "approve")).isEqualTo("in-review 2");
    }

    @Test
    void lastReviewNeedsAChiefEditor() {
        String path = draft("终审");
        submit(path);
        review(path, "editor", "approve");
        review(path, "editor2", "approve");

        assertThat(review(path, "editor3", "approve")).isEqualTo("403 last-stage");
    }

    @Test
    void whatIsChangedAfterItsReviewsGoesBackToTheFirst() {
        String path = draft("审后又改");
        Reviewers.approve(anybody, path);

        Http.Answer changed = as("reporter").put(path, article("审后改了"));

        assertThat(state(changed)).isEqualTo("in-review 1");
        Http.Answer refused = as("chief-editor").put(path + "/publication", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("detail")).contains("审稿").contains("撤回送审");
    }

    @Test
    void newVersionIsReviewedWhileReadersHaveTheOldOne() {
        String path = draft("旧题");
        Reviewers.publish(anybody, path, "{}");
        Http.Answer before = anybody.get(path);

        Http.Answer working = as("reporter").put(path, article("新题"));
        Reviewers.approve(anybody, path);

        assertThat(working.json().getString("title")).isEqualTo("新题");
        assertThat(working.json().getJsonObject("pending").getString("state")).isEqualTo("draft");
        assertThat(as("reporter").get(path + "?version=working").json().getString("title"))
                .isEqualTo("新题");
        assertThat(as("reporter").get(path).json().getString("title")).isEqualTo("旧题");
        assertThat(anybody.with("If-None-Match", before.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(304);
        as("chief-editor").put(path + "/publication", "{}");

        JsonObject after = anybody.get(path).json();
        assertThat(after.getString("title")).isEqualTo("新题");
        assertThat(after.getString("publishedAt")).isEqualTo(before.json().getString("publishedAt"));
        assertThat(after.getString("updatedAt")).isGreaterThan(before.json().getString("updatedAt"));
        assertThat(as("reporter").get(path + "?version=working").json()).doesNotContainKey("pending");
    }

    @Test
    void emergencyIsPublishedAtOnceAndReviewedAfterwards() {
        String path = draft("汛情通报");
        submit(path);
        review(path, "editor", "approve");

        Http.Answer published = as("chief-editor").put(path + "/publication", "{\"emergency\":true,\"reason\":\"汛情\"}");

        assertThat(published.json().getString("state")).isEqualTo("published");
        assertThat(Instant.parse(published.json().getString("reviewsDueAt"))).isAfter(Instant.now());
        assertThat(anybody.get(path).json()).doesNotContainKeys("reviewsDueAt", "stage");
        assertThat(review(path, "editor2", "approve")).isEqualTo("published 3");
        assertThat(review(path, "chief-editor2", "approve")).isEqualTo("published");
        assertThat(as("reporter").get(path).json()).doesNotContainKey("reviewsDueAt");
    }

    @Test
    void scheduledArticleIsNowhereBeforeItsSecondAndThereAfterIt() {
        String path = draft("定时发布");
        Reviewers.approve(anybody, path);
        Instant at = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);

        Http.Answer scheduled = as("chief-editor").put(path + "/publication", "{\"at\":\"" + at + "\"}");

        assertThat(state(scheduled)).isEqualTo("scheduled");
        assertThat(scheduled.json().getString("scheduledFor")).isEqualTo(at.toString());
        assertThat(anybody.get(path).status()).isEqualTo(404);
        await().atMost(A_MOMENT)
                .untilAsserted(() -> assertThat(anybody.get(path).status()).isEqualTo(200));
        assertThat(Instant.now()).isAfterOrEqualTo(at);
        assertThat(anybody.get(path).json().getString("publishedAt")).isEqualTo(at.toString());
        assertThat(linesOf(path)).isEqualTo(1);
    }

    @Test
    void cancelledScheduleLeavesWhatIsApproved() {
        String path = draft("取消定时");
        Reviewers.approve(anybody, path);
        as("chief-editor")
                .put(path + "/publication", "{\"at\":\"" + Instant.now().plus(Duration.ofDays(2)) + "\"}");

        Http.Answer cancelled = as("chief-editor").delete(path + "/publication", "{}");

        assertThat(state(cancelled)).isEqualTo("approved");
        assertThat(cancelled.json()).doesNotContainKey("scheduledFor");
    }

    @Test
    void withdrawalIsAWithdrawalWhateverIsScheduledAndNothingBringsTheArticleBack() {
        String path = draft("要撤的稿");
        Reviewers.publish(anybody, path, "{}");
        as("reporter").put(path, article("新题"));
        Reviewers.approve(anybody, path);
        Instant at = Instant.now().plusSeconds(3);
        assertThat(as("chief-editor")
                        .put(path + "/publication", "{\"at\":\"" + at + "\"}")
                        .status())
                .isEqualTo(200);

        assertThat(as("chief-editor")
                        .delete(path + "/publication", "{\"reason\":\"事实有误\"}")
                        .status())
                .isEqualTo(200);

        assertThat(anybody.get(path).status()).isEqualTo(410);
        // What comes due after it has been published: the timetable has been past the withdrawn one then.
        String later = draft("后到的定时稿");
        Reviewers.approve(anybody, later);
        as("chief-editor").put(later + "/publication", "{\"at\":\"" + at.plusSeconds(4) + "\"}");
        await().atMost(A_MOMENT)
                .untilAsserted(() -> assertThat(anybody.get(later).status()).isEqualTo(200));
        assertThat(anybody.get(path).status()).isEqualTo(410);
        assertThat(as("reporter")
                        .get(path + "?version=working")
                        .json()
                        .getJsonObject("pending")
                        .getString("state"))
                .isEqualTo("approved");
    }

    @Test
    void publishedArticleWithoutANewVersionIsNotScheduled() {
        String path = draft("已发布");
        Reviewers.publish(anybody, path, "{}");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));

        Http.Answer refused = as("chief-editor").put(path + "/publication", "{\"at\":\"" + tomorrow + "\"}");

        assertThat(state(refused)).isEqualTo("409 illegal-move");
    }

    @Test
    void sectionThatANewVersionMovesToIsNotDeletedFromUnderIt() {
        String path = draft("要换栏目");
        Reviewers.publish(anybody, path, "{}");
        String other = section + "b";
        assertThat(anybody.as("chief-editor")
                        .put("/sections/" + other, "{\"name\":\"另一栏\"}")
                        .status())
                .isEqualTo(201);
        Http.Answer working = as("reporter").put(path, "{\"section\":\"" + other + "\",\"title\":\"要换栏目\"}");
        assertThat(working.status()).as(working.body()).isEqualTo(200);
        assertThat(working.json().getString("section")).as(working.body()).isEqualTo(other);

        assertThat(as("chief-editor").delete("/sections/" + other, null).status())
                .isEqualTo(409);
    }

    @Test
    void correctionStandsBesideTheArticleAtOnce() {
        String path = draft("有误的稿");
        Reviewers.publish(anybody, path, "{}");
        JsonObject before = anybody.get(path).json();

        assertThat(as("chief-editor")
                        .post(path + "/corrections", "{\"text\":\"“12个”应为“11个”。\"}")
                        .status())
                .isEqualTo(200);

        JsonObject after = anybody.get(path).json();
        assertThat(after.getJsonArray("corrections").getJsonObject(0).getString("text"))
                .isEqualTo("“12个”应为“11个”。");
        assertThat(after.getString("publishedAt")).isEqualTo(before.getString("publishedAt"));
        assertThat(after.getString("updatedAt")).isGreaterThan(before.getString("updatedAt"));
    }

    /** Whose every change is made as the latest: what somebody has seen is {@link ContentIT}'s business. */
    private Http as(String login) {
        return anybody.as(login).with("If-Match", "*");
    }

    private String draft(String title) {
        return draft(title, "reporter");
    }

    private String draft(String title, String login) {
        Http.Answer drafted = anybody.as(login).post("/articles", article(title));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        return drafted.header("Location").substring("/content".length());
    }

    private String article(String title) {
        return "{\"section\":\"%s\",\"title\":\"%s\"}".formatted(section, title);
    }

    private String submit(String path) {
        return state(as("reporter").put(path + "/submission", ""));
    }

    private String review(String path, String reviewer, String verdict) {
        return state(as(reviewer).post(path + "/reviews", "{\"verdict\":\"" + verdict + "\"}"));
    }

    /** With the stage it is at; or why not. */
    private static String state(Http.Answer answer) {
        if (answer.status() != 200) {
            return answer.status() + " " + answer.json().getString("type").replaceFirst(".*:", "");
        }
        JsonObject article = answer.json();
        return article.getString("state") + (article.containsKey("stage") ? " " + article.getInt("stage") : "");
    }

    private int linesOf(String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        int lines = 0;
        for (String next = "/content/changes?after=0&limit=100"; next != null; ) {
            JsonObject page = anybody.get(next.substring("/content".length())).json();
            for (JsonObject line : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
                lines += id.equals(line.getString("articleId", "")) ? 1 : 0;
            }
            next = page.isNull("next") ? null : page.getString("next");
        }
        return lines;
    }
}
