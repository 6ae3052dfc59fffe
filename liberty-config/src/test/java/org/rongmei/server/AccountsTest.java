// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

    @TempDir
    Path data;

    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void passwordIsToldOnce() {
        run("add", "zhang", "editor", "reporter");

        run("list");

        assertThat(output())
                .containsPattern("zhang has the password [A-Za-z0-9]{20}\n")
                .containsPattern("zhang +editor, reporter");
        assertThat(output().split("password", -1)).hasSize(2);
    }

    @Test
    void nameThatWasUsedOnceIsNeverGivenAgain() {
        run("add", "zhang", "editor");
        run("disable", "zhang");

        assertThatThrownBy(() -> run("add", "zhang", "reporter")).isInstanceOf(Refusal.class);

        run("list");
        assertThat(output()).containsPattern("zhang +\\(disabled\\)");
    }

    @Test
    void whateverElseIsAskedIsAnsweredWithTheUsage() {
        for (List<String> words : List.of(
                List.<String>of(),
                List.of("add"),
                List.of("add", "zhang"),
                List.of("list", "x"),
                List.of("remove", "zhang"))) {
            assertThatThrownBy(() -> run(words.toArray(String[]::new)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("./accounts");
        }
    }

    private void run(String... words) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new Accounts(AccountsFile.in(data, password -> "{hash}"), out).run(List.of(words));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
