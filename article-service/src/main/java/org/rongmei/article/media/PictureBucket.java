// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.Credentials;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.Request;
import com.github.davidmoten.aws.lw.client.Response;
import com.github.davidmoten.aws.lw.client.ResponseInputStream;
import com.github.davidmoten.aws.lw.client.ServiceException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Problem;

/** Pictures in a bucket of a store that speaks S3: {@code media/<id>/<rendition>}. */
final class PictureBucket implements PictureStore {

    /** Who we are at which store. */
    record Account(URI endpoint, String bucket, String region, boolean pathStyle, String accessKey, String secretKey) {

        /** With the bucket as the first part of the path, as most stores of one's own want it, or of the host. */
        String address(String key) {
            String host = endpoint.getAuthority();
            String base = pathStyle ? host + "/" + bucket : bucket + "." + host;
            return endpoint.getScheme() + "://" + base + "/" + key;
        }

        /** Without the keys: this may end in a log. */
        @Override
        public String toString() {
            return bucket + " at " + endpoint;
        }
    }

    private static final System.Logger LOG = System.getLogger(PictureBucket.class.getName());
    private static final int CONNECT_SECONDS = 3;
    private static final int READ_SECONDS = 20;
    private static final int ATTEMPTS = 2;
    private static final int LONGEST_REASON = 4_000;

    private final Account account;
    private final Client client;

    PictureBucket(Account account) {
        this.account = account;
        this.client = Client.s3()
                .region(account.region())
                .credentials(Credentials.of(account.accessKey(), account.secretKey()))
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .retryMaxAttempts(ATTEMPTS)
                .build();
    }

    @Override
    public void keep(long id, String type, Map<Rendition, byte[]> renditions) {
        try {
            renditions.forEach((rendition, pixels) -> require(object(id, rendition)
                    .method(HttpMethod.PUT)
                    .header("content-type", type)
                    .requestBody(pixels)
                    .response()));
        } catch (RuntimeException e) {
            discard(id);
            throw trouble(e);
        }
    }

    @Override
    public Optional<Pixels> find(long id, Rendition rendition) {
        try {
            ResponseInputStream response = object(id, rendition).responseInputStream();
            if (response.statusCode() == 200) {
                return Optional.of(new Pixels(
                        response.header("content-length").map(Long::parseLong).orElse(-1L), response));
            }
            try (response) {
                String reason = new String(response.readNBytes(LONGEST_REASON), StandardCharsets.UTF_8);
                if (response.statusCode() == 404 && !reason.contains("NoSuchBucket")) {
                    return Optional.empty();
                }
                throw new ServiceException(response.statusCode(), reason);
            }
        } catch (IOException | RuntimeException e) {
            throw trouble(e);
        }
    }

    @Override
    public void discard(long id) {
        try {
            for (Rendition rendition : Rendition.values()) {
                require(object(id, rendition).method(HttpMethod.DELETE).response());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Picture {0} belongs to nothing and stays in {1}", SortedId.format(id), account);
        }
    }

    private Request object(long id, Rendition rendition) {
        return client.url(account.address("media/" + SortedId.format(id) + "/" + rendition));
    }

    private static void require(Response response) {
        if (!response.isOk()) {
            throw new ServiceException(response.statusCode(), response.contentUtf8());
        }
    }

    private Problem trouble(Exception e) {
        if (e instanceof ServiceException refused && isFull(refused)) {
            return StoreTrouble.full(e);
        }
        // As a text: what is wrong is at the other end, and our stack says nothing about it.
        String reason = String.valueOf(e.getCause() == null ? e : e.getCause());
        LOG.log(Level.WARNING, "{0} does not do its work: {1}", account, reason);
        return StoreTrouble.away(e);
    }

    private static boolean isFull(ServiceException refused) {
        return refused.statusCode() == 507
                || refused.message().contains("QuotaExceeded")
                || refused.message().contains("StorageFull");
    }
}
