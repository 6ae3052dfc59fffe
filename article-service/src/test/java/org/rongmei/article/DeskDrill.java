// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rongmei.test.Http;

/** Does what the table of the desk's rules names, and brings articles into its states by nothing but that. */
final class DeskDrill {

    /** Where an article is, and the tag that each change of it changes. */
    record Standing(String state, String etag) {}

    private static final String CHIEF = "chief-editor2";

    private final Http anybody;
    private final String section;

    DeskDrill(Http anybody, String section) {
        this.anybody = anybody.with("Accept-Language", "en");
        this.section = section;
    }

    Http.Answer perform(String operation, String path, String login) {
        Http caller = login.equals("anonymous") ? anybody : anybody.as(login);
        Http writer = caller.with("If-Match", "*");
        return switch (operation) {
            case "edit" -> writer.put(path, article());
            case "submit" -> writer.put(path + "/submission", "");
            case "take-back" -> writer.delete(path + "/submission", null);
            case "approve" -> writer.post(path + "/reviews", "{\"verdict\":\"approve\"}");
            case "return" -> writer.post(path + "/reviews", "{\"verdict\":\"return\",\"note\":\"数字不对\"}");
            case "publish" -> writer.put(path + "/publication", "{}");
            case "schedule" ->
                writer.put(path + "/publication", "{\"at\":\"" + Instant.now().plus(Duration.ofDays(2)) + "\"}");
            case "emergency" -> writer.put(path + "/publication", "{\"emergency\":true,\"reason\":\"汛情\"}");
            case "withdraw" -> writer.delete(path + "/publication", "{\"reason\":\"事实有误\"}");
            case "correct" -> writer.post(path + "/corrections", "{\"text\":\"“12个”应为“11个”。\"}");
            case "read" -> caller.get(path);
            case "read-working" -> caller.get(path + "?version=working");
            case "audit" -> caller.get(path + "/audit");
            default -> throw new IllegalArgumentException("There is no operation " + operation);
        };
    }

    /** @return the path of a new article that is in the state, reviewed by the three given */
    String bring(String state, String writer, List<String> reviewers) {
        if (state.equals("withdrawn-new-scheduled")) {
            // A withdrawal cancels what is scheduled: this one is scheduled afterwards.
            return after(bring("withdrawn-new-approved", writer, reviewers), "schedule", CHIEF);
        }
        if (state.startsWith("withdrawn")) {
            return after(bring(state.replaceFirst("withdrawn", "published"), writer, reviewers), "withdraw", CHIEF);
        }
        if (state.startsWith("published-late-")) {
            return after(
                    bring(state.replaceFirst("published-late", "in-review"), writer, reviewers), "emergency", CHIEF);
        }
        if (state.startsWith("published-new-")) {
            String path = after(bring("published", writer, reviewers), "edit", "reporter");
            return forward(path, state.substring("published-new-".length()), reviewers);
        }
        if (state.equals("published")) {
            return after(bring("approved", writer, reviewers), "publish", CHIEF);
        }
        return forward(draft(writer), state, reviewers);
    }

    /** From a draft. */
    String forward(String path, String state, List<String> reviewers) {
        if (state.equals("draft")) {
            return path;
        }
        after(path, "submit", "reporter");
        int stage = state.startsWith("in-review-") ? Integer.parseInt(state.substring("in-review-".length())) : 4;
        reviewers.subList(0, stage - 1).forEach(reviewer -> after(path, "approve", reviewer));
        return state.equals("scheduled") ? after(path, "schedule", CHIEF) : path;
    }

    /** @return the path, when it was done */
    String after(String path, String operation, String login) {
        Http.Answer answer = perform(operation, path, login);
        if (answer.status() != 200) {
            throw new AssertionError(
                    login + " could not " + operation + " " + path + ": " + answer.status() + " " + answer.body());
        }
        return path;
    }

    String draft(String writer) {
        Http.Answer drafted = anybody.as(writer).post("/articles", article());
        if (drafted.status() != 201) {
            throw new AssertionError("No draft: " + drafted.status() + " " + drafted.body());
        }
        return drafted.header("Location").substring("/content".length());
    }

    private String article() {
        return "{\"section\":\"%s\",\"title\":\"稿\"}".formatted(section);
    }

    Standing standing(String path) {
        Http.Answer answer = anybody.as("chief-editor").get(path + "?version=working");
        return new Standing(state(answer.json()), answer.header("ETag"));
    }

    /** As the table names it. */
    private static String state(JsonObject article) {
        String readers = article.getString("state");
        String stage = article.containsKey("stage") ? "-" + article.getInt("stage") : "";
        JsonObject pending = article.getJsonObject("pending");
        if (pending == null) {
            return stage.isEmpty() ? readers : readers + "-late" + stage;
        }
        String way = pending.getString("state") + stage;
        return readers.equals("published") || readers.equals("withdrawn") ? readers + "-new-" + way : way;
    }
}
