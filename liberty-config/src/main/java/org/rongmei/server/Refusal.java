// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

/** Why a command cannot do what it was asked to, in one sentence for the person who asked. */
public class Refusal extends RuntimeException {

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
