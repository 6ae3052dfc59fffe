// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongmei.feed.feed.FeedFixture.entry;

import org.junit.jupiter.api.Test;

/** RFC 3229, as far as feeds use it. */
class InstancesTest {

    private static final FeedAddress.Document RSS =
            new FeedAddress.Document(new FeedAddress(FeedAddress.Subject.SITE, "", false), FeedFormat.RSS);
    private static final FeedAddress.Document ATOM = new FeedAddress.Document(RSS.feed(), FeedFormat.ATOM);

    Instances instances = new Instances();

    @Test
    void newsAreTheEntriesAndTombstonesThatWereNotThere() {
        Feed before = new FeedFixture().with(entry("a")).with(entry("b")).feed();
        FeedFixture now = new FeedFixture().with(entry("a")).with(entry("c")).withdrawn("tag:b", FeedFixture.TUESDAY);
        FeedFixture.EntryFixture edited = entry("d");
        now.with(edited);

        Feed news = Instance.of("\"1\"", before).newSince(now.feed());

        assertThat(news.entries())
                .extracting(Feed.Entry::uri)
                .containsExactly("tag:example.com,2026-03-02:c", "tag:example.com,2026-03-02:d");
        assertThat(news.tombstones()).containsExactly(new Feed.Tombstone("tag:b", FeedFixture.TUESDAY));
        assertThat(news.dates()).isEqualTo(before.dates());
    }

    @Test
    void entryThatWasEditedIsNews() {
        Feed before = new FeedFixture().with(entry("a")).with(entry("b")).feed();
        FeedFixture.EntryFixture corrected = entry("b");
        corrected.content = "<p>改过</p>";
        Feed now = new FeedFixture().with(entry("a")).with(corrected).feed();

        Feed news = Instance.of("\"1\"", before).newSince(now);

        assertThat(news.entries()).containsExactly(corrected.entry());
    }

    @Test
    void instanceIsFoundByItsTagInAnyCodingAndInAnyList() {
        instances.remember(RSS, instance("\"one\""));
        instances.remember(RSS, instance("\"two\""));

        for (String tags : new String[] {
            "\"one\"", "W/\"one\"", "\"one-gzip\"", "W/\"one-br\"", "\"x\", \"one\"", "\"y\",W/\"one\""
        }) {
            assertThat(instances.find(RSS, tags)).as(tags).map(Instance::etag).contains("\"one\"");
        }
        assertThat(instances.find(RSS, "\"one\", \"two-gzip\""))
                .map(Instance::etag)
                .contains("\"two\"");
    }

    @Test
    void whatIsNotKnownIsNotFound() {
        instances.remember(RSS, instance("\"one\""));

        assertThat(instances.find(RSS, "\"other\"")).isEmpty();
        assertThat(instances.find(RSS, "one")).isEmpty();
        assertThat(instances.find(RSS, "*")).isEmpty();
        assertThat(instances.find(ATOM, "\"one\"")).isEmpty();
    }

    @Test
    void onlyTheLastInstancesAreKept() {
        for (int number = 0; number < 40; number++) {
            instances.remember(RSS, instance("\"" + number + "\""));
        }

        assertThat(instances.find(RSS, "\"39\"")).isPresent();
        assertThat(instances.find(RSS, "\"24\"")).isPresent();
        assertThat(instances.find(RSS, "\"23\"")).isEmpty();
    }

    private static Instance instance(String etag) {
        return Instance.of(etag, new FeedFixture().feed());
    }
}
