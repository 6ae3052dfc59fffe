// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rongmei.feed.entry.Bookmark;
import org.rongmei.feed.entry.CopyDesk;
import org.rongmei.kit.Problem;

class FeedEditorTest {

    @Test
    void whoHasNeverReadAnythingSaysSoRatherThanNothing() {
        FeedEditor editor = new FeedEditor();
        editor.copyDesk = new CopyDesk() {
            @Override
            public Bookmark bookmark() {
                return new Bookmark() {};
            }
        };

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> editor.compose(new FeedAddress(FeedAddress.Subject.SITE, "", false)))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(503);
                    assertThat(problem.retryAfter()).contains(Duration.ofSeconds(5));
                });
    }
}
