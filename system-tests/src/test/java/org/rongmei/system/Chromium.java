// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The browser that is installed. */
final class Chromium {

    /** Says loudly when there is none: .ci/run installs one, so there it always runs. */
    static class WhereItIs implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (path().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium is installed");
            }
            String warning = "BROWSER JOURNEYS ARE SKIPPED: no Chromium was found. Install one (Debian: chromium).";
            System.err.println("\n*** " + warning + "\n");
            return ConditionEvaluationResult.disabled(warning);
        }
    }

    private Chromium() {}

    private static Optional<Path> path() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(path().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
