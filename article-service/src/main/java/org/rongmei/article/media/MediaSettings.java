// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where an administrator wants the pictures. Listed in liberty-config/README.md. */
@ApplicationScoped
class MediaSettings {

    @Inject
    @ConfigProperty(name = "rongmei.article.media.dir")
    Optional<String> directory;

    @Inject
    @ConfigProperty(name = "rongmei.article.media.s3.bucket")
    Optional<String> bucket;

    @Inject
    @ConfigProperty(name = "rongmei.article.media.s3.endpoint")
    Optional<URI> endpoint;

    @Inject
    @ConfigProperty(name = "rongmei.article.media.s3.region", defaultValue = "us-east-1")
    String region;

    @Inject
    @ConfigProperty(name = "rongmei.article.media.s3.path-style", defaultValue = "true")
    boolean pathStyle;

    @Inject
    @ConfigProperty(name = "rongmei.article.media.s3.access-key")
    Optional<String> accessKey;

    @Inject
    @ConfigProperty(name = "rongmei.article.media.s3.secret-key")
    Optional<String> secretKey;

    public String directory() {
        return wanted(directory, "rongmei.article.media.dir");
    }

    /** Empty as long as pictures are in the directory. */
    public Optional<PictureBucket.Account> bucket() {
        return bucket.map(name -> new PictureBucket.Account(
                wanted(endpoint, "rongmei.article.media.s3.endpoint"),
                name,
                region,
                pathStyle,
                wanted(accessKey, "rongmei.article.media.s3.access-key"),
                wanted(secretKey, "rongmei.article.media.s3.secret-key")));
    }

    private static <T> T wanted(Optional<T> value, String key) {
        return value.orElseThrow(() -> new IllegalStateException(key + " is not set"));
    }
}
