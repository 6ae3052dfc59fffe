// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Chooses between the places where pictures can be. */
@ApplicationScoped
class PictureStores {

    @Produces
    @ApplicationScoped
    PictureStore store(MediaSettings settings, InstantSource clock) {
        Optional<PictureBucket.Account> bucket = settings.bucket();
        if (bucket.isPresent()) {
            return new PictureBucket(bucket.get());
        }
        PictureDirectory directory = new PictureDirectory(Path.of(settings.directory()));
        directory.sweep(clock.instant());
        return directory;
    }
}
