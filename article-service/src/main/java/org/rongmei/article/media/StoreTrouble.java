// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.time.Duration;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** The store does not do what it is there for; it may be better soon. */
class StoreTrouble extends Problem {

    private StoreTrouble(int status, String name, Sentence sentence, Throwable cause) {
        super(status, name, sentence);
        initCause(cause);
    }

    static Problem away(Throwable cause) {
        return new StoreTrouble(
                        503,
                        "picture-store-away",
                        Sentence.of("图片库暂时不可用，请稍后再试。", "The picture store is away; please try again soon."),
                        cause)
                .retryAfter(Duration.ofSeconds(10));
    }

    static Problem full(Throwable cause) {
        return new StoreTrouble(
                        507,
                        "picture-store-full",
                        Sentence.of("图片库已满，没有保存。", "The picture store is full; nothing was stored."),
                        cause)
                .retryAfter(Duration.ofMinutes(1));
    }
}
