// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import org.junit.jupiter.api.Test;
import org.rongmei.test.Contracts;

/** That we understand what article-service promises to send. */
class StoryContractTest {

    @Test
    void articleIsReadWithEverythingAFeedNeeds() {
        Story story = Story.fromJson(Contracts.read("article.json"));

        assertThat(story.title()).isEqualTo("梯田里的秋收");
        assertThat(story.uri()).startsWith("tag:news.example,");
        assertThat(story.credits()).extracting(Story.Credit::name).containsExactly("田穗", "方一山");
        assertThat(story.sectionId()).hasSize(13);
        assertThat(story.isForEverybody()).isFalse();
        assertThat(story.attachments())
                .singleElement()
                .satisfies(attachment -> assertThat(attachment.length()).isEqualTo(12345));
        assertThat(story.images())
                .singleElement()
                .satisfies(image -> assertThat(image.renditions()).containsKeys("large", "thumbnail"));
        assertThat(story.corrections()).hasSize(1);
    }

    @Test
    void changesAreReadWithTheirArticlesAndSections() {
        SeenChanges changes = JsonbBuilder.create().fromJson(Contracts.read("changes.json"), SeenChanges.class);

        assertThat(changes.log()).hasSize(36);
        assertThat(changes.items())
                .extracting(SeenChange::kind)
                .containsExactly("section-opened", "published", "withdrawn");
        assertThat(changes.items().get(0).section()).isNotNull();
        assertThat(changes.items().get(1).article()).isNotNull();
        assertThat(changes.items().get(2).article()).isNull();
    }
}
