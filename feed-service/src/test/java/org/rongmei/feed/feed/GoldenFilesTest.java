// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongmei.feed.feed.FeedFixture.awkward;
import static org.rongmei.feed.feed.FeedFixture.entry;
import static org.rongmei.feed.feed.FeedFixture.rich;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Feeds as they went out yesterday: whoever changes a byte of them changes every tag, and every reader fetches everything
 * anew. What these files say is read back, rule by rule, in {@link FeedRulesTest}.
 */
class GoldenFilesTest {

    @ParameterizedTest
    @EnumSource
    void feedIsWrittenAsItAlwaysWas(FeedFormat format) throws IOException {
        FeedFixture fixture = new FeedFixture();
        fixture.address = new FeedAddress(FeedAddress.Subject.SECTION, "news/towns", false, 100);
        fixture.history = new Feed.History(50, 150);
        byte[] written = format.write(fixture.with(rich("a"))
                .with(awkward("b"))
                .with(entry("c"))
                .withdrawn("tag:example.com,2026-03-02:x", FeedFixture.MONDAY)
                .feed());
        Files.write(Files.createDirectories(Path.of("target", "golden")).resolve(format.fileName()), written);

        try (InputStream golden = GoldenFilesTest.class.getResourceAsStream("/golden/" + format.fileName())) {
            assertThat(golden)
                    .as("the file as it was; compare it with target/golden and put that in its place if it is right")
                    .isNotNull();
            assertThat(written).isEqualTo(golden.readAllBytes());
        }
    }
}
