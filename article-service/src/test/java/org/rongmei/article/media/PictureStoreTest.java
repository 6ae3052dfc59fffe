// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.Credentials;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.junit.S3ProxyExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.kit.Problem;

/** What both stores promise, and what happens when the one that speaks S3 does not keep it. */
class PictureStoreTest {

    private static final long ID = 123_456_789_012L;

    @RegisterExtension
    static final S3ProxyExtension S3 = S3ProxyExtension.builder()
            .withCredentials("newsroom", "secret of the test")
            .build();

    /** Trouble is logged, which is right and not to be seen here. */
    private static final Logger LOG = Logger.getLogger(PictureBucket.class.getName());

    @TempDir
    Path directory;

    @BeforeAll
    static void silenceTheLog() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void letTheLogSpeak() {
        LOG.setLevel(null);
    }

    @BeforeEach
    void makeBucket() {
        Client.s3()
                .region("us-east-1")
                .credentials(Credentials.of(S3.getAccessKey(), S3.getSecretKey()))
                .build()
                .url(S3.getUri() + "/pictures")
                .method(HttpMethod.PUT)
                .execute();
    }

    private PictureStore store(String kind) {
        return kind.equals("directory")
                ? new PictureDirectory(directory)
                : new PictureBucket(account("pictures", S3.getSecretKey()));
    }

    private static PictureBucket.Account account(String bucket, String secret) {
        return new PictureBucket.Account(S3.getUri(), bucket, "us-east-1", true, S3.getAccessKey(), secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "bucket"})
    void whatIsKeptIsFoundToTheByteByEveryNode(String kind) throws IOException {
        Map<Rendition, byte[]> renditions = renditions();

        store(kind).keep(ID, "image/jpeg", renditions);

        PictureStore otherNode = store(kind);
        for (Map.Entry<Rendition, byte[]> kept : renditions.entrySet()) {
            try (Pixels pixels = otherNode.find(ID, kept.getKey()).orElseThrow()) {
                assertThat(pixels.length()).isEqualTo(kept.getValue().length);
                assertThat(pixels.content().readAllBytes()).isEqualTo(kept.getValue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "bucket"})
    void whatWasNeverKeptIsNotFound(String kind) {
        assertThat(store(kind).find(ID, Rendition.ORIGINAL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "bucket"})
    void whatIsDiscardedIsGone(String kind) {
        PictureStore store = store(kind);
        store.keep(ID, "image/jpeg", renditions());

        store.discard(ID);
        store.discard(ID);

        assertThat(Rendition.values())
                .allSatisfy(rendition -> assertThat(store.find(ID, rendition)).isEmpty());
    }

    @Test
    void wrongSecretIsRefusedByTheStoreAndToldAsTrouble() {
        PictureStore stranger = new PictureBucket(account("pictures", "another secret"));

        assertThat(trouble(() -> stranger.keep(ID, "image/jpeg", renditions()))).isEqualTo(503);
        assertThat(trouble(() -> stranger.find(ID, Rendition.LARGE))).isEqualTo(503);
        assertThat(store("bucket").find(ID, Rendition.LARGE)).isEmpty();
    }

    @Test
    void bucketThatIsMissingIsTroubleAndNotAMissingPicture() {
        PictureStore nowhere = new PictureBucket(account("no-such-bucket", S3.getSecretKey()));

        assertThat(trouble(() -> nowhere.find(ID, Rendition.LARGE))).isEqualTo(503);
        assertThat(trouble(() -> nowhere.keep(ID, "image/jpeg", renditions()))).isEqualTo(503);
    }

    @Test
    void storeThatIsAwayIsTrouble() {
        PictureStore away = new PictureBucket(new PictureBucket.Account(
                URI.create("http://127.0.0.1:1"), "pictures", "us-east-1", true, "newsroom", "secret"));

        assertThat(trouble(() -> away.find(ID, Rendition.LARGE))).isEqualTo(503);
        assertThat(trouble(() -> away.keep(ID, "image/jpeg", renditions()))).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bucketIsPartOfThePathOrOfTheHost(boolean pathStyle) {
        PictureBucket.Account account = new PictureBucket.Account(
                URI.create("https://oss.example:8443"), "pictures", "cn", pathStyle, "newsroom", "secret");

        assertThat(account.address("media/1/large"))
                .isEqualTo(
                        pathStyle
                                ? "https://oss.example:8443/pictures/media/1/large"
                                : "https://pictures.oss.example:8443/media/1/large");
        assertThat(account.toString()).contains("oss.example").doesNotContain("secret");
    }

    private static int trouble(Runnable work) {
        try {
            work.run();
            return 200;
        } catch (Problem problem) {
            assertThat(problem.retryAfter()).isPresent();
            return problem.status();
        }
    }

    private static Map<Rendition, byte[]> renditions() {
        Map<Rendition, byte[]> renditions = new EnumMap<>(Rendition.class);
        for (Rendition rendition : Rendition.values()) {
            byte[] bytes = new byte[100_000 * (1 + rendition.ordinal())];
            Arrays.fill(bytes, (byte) rendition.ordinal());
            renditions.put(rendition, bytes);
        }
        return renditions;
    }
}
