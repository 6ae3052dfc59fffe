// SPDX-License-Identifier: Apache-2.0
package org.rongmei.test;

import java.util.List;

/** The three people who review what others write in a test, and the chief-editor who publishes it. */
public final class Reviewers {

    private static final List<String> ONE_AFTER_THE_OTHER = List.of("editor2", "editor3", "chief-editor2");

    private Reviewers() {}

    /**
     * Hands an article in and has it approved.
     *
     * @param content article-service
     * @param path of the article below it
     */
    public static void approve(Http content, String path) {
        require(content.as("chief-editor").with("If-Match", "*").put(path + "/submission", ""));
        for (String reviewer : ONE_AFTER_THE_OTHER) {
            require(content.as(reviewer).with("If-Match", "*").post(path + "/reviews", "{\"verdict\":\"approve\"}"));
        }
    }

    /**
     * Has an article approved, and publishes it.
     *
     * @param how the body of the publication
     */
    public static void publish(Http content, String path, String how) {
        approve(content, path);
        require(content.as("chief-editor").with("If-Match", "*").put(path + "/publication", how));
    }

    /** Puts a new version in the place of what is published. */
    public static void replace(Http content, String path, String body) {
        require(content.as("chief-editor").with("If-Match", "*").put(path, body));
        publish(content, path, "{}");
    }

    private static void require(Http.Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(
                    answer.response().uri() + " was answered " + answer.status() + " " + answer.body());
        }
    }
}
