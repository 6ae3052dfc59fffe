// SPDX-License-Identifier: Apache-2.0
package org.rongmei.keeping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.rongmei.server.Refusal;

/** Programs of others that we run. */
final class Programs {

    private Programs() {}

    /** @throws Refusal with what it says, when it fails or is not there */
    static void run(ProcessBuilder program) throws InterruptedException {
        String name = program.command().get(0);
        try {
            Process process = program.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Refusal(name + " failed: " + said.strip());
            }
        } catch (IOException e) {
            throw new Refusal(name + " cannot be run; Debian has it in postgresql-client.", e);
        }
    }
}
