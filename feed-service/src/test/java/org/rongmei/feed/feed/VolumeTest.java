// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 0, 0", "49, 1, 0, 0", "50, 1, 0, 100", "51, 51, 50, 0", "137, 101, 100, 0", "150, 101, 100, 200"
    })
    void documentGoesBackToTheFirstPlaceOfItsVolume(long last, long first, long older, long newer) {
        Volume volume = Volume.endingAt(last);

        assertThat(volume.first()).isEqualTo(first);
        assertThat(volume.older()).isEqualTo(older);
        assertThat(volume.newer()).isEqualTo(newer);
    }

    @Test
    void followingTheLinksBackMeetsEveryPlaceOnce() {
        long places = 0;
        for (long last = 1234; last > 0; last = Volume.endingAt(last).older()) {
            places += last - Volume.endingAt(last).first() + 1;
        }

        assertThat(places).isEqualTo(1234);
    }

    @Test
    void onlyTheVolumeInWorkIsStillToBeFilled() {
        assertThat(Volume.endingAt(150).isToBeFilled(137)).isTrue();
        assertThat(Volume.endingAt(150).isToBeFilled(100)).isTrue();
        assertThat(Volume.endingAt(150).isToBeFilled(150)).isFalse();
        assertThat(Volume.endingAt(200).isToBeFilled(137)).isFalse();
        assertThat(Volume.endingAt(149).isToBeFilled(137)).isFalse();
    }
}
