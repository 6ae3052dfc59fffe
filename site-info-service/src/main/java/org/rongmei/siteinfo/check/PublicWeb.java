// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.register.Host;

/**
 * Pages of the public web. An address is judged where the connection is made: a name is resolved once, each of its
 * addresses is judged, and it is these that are connected to, so that neither a spelling nor a redirect nor a second
 * answer of the name's server leads anywhere else. No proxy, no cookies, no credentials.
 */
final class PublicWeb implements Closeable {

    static final Set<Integer> WEB_PORTS = Set.of(80, 443);

    /** Of bytes, unpacked; as much as may be sent to us. */
    private static final int LARGEST = 2_000_000;

    private static final int MOST_REDIRECTS = 5;
    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final Timeout PAUSE = Timeout.ofSeconds(5);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int CHARSET_SNIFF = 8_192;

    /** A name has an address that is not public: said by the resolver, deep inside of the client. */
    private static final class NotPublic extends UnknownHostException {
        NotPublic(String host) {
            super(host);
        }
    }

    /** Where to go next, or the page. */
    private record Step(@Nullable String location, @Nullable String page) {}

    private final Set<Integer> ports;
    private final CloseableHttpClient client;

    PublicWeb(DnsResolver names, Predicate<InetAddress> isPublic, Set<Integer> ports) {
        this.ports = ports;
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(judging(names, isPublic))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(PAUSE)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(PAUSE).build())
                .setUserAgent("Rongmei page check")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    private static DnsResolver judging(DnsResolver names, Predicate<InetAddress> isPublic) {
        return new DnsResolver() {

            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                // The client asks for Chinese names as people write them, whatever it was given.
                InetAddress[] addresses = names.resolve(Host.normal(host).orElse(host));
                if (!Arrays.stream(addresses).allMatch(isPublic)) {
                    throw new NotPublic(host);
                }
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /** One page to be fetched, by one thread; another may end it. */
    final class Errand implements Callable<String> {

        private final String address;
        private volatile @Nullable HttpGet request;
        private volatile boolean ended;

        private Errand(String address) {
            this.address = address;
        }

        /** @throws Problem 422 for what is no page of the public web, 413 for one that is too large */
        @Override
        public String call() {
            try {
                URI at = address(address, null);
                for (int steps = 0; steps <= MOST_REDIRECTS; steps++) {
                    Step step = step(at);
                    if (step.page() != null) {
                        return step.page();
                    }
                    at = address(String.valueOf(step.location()), at);
                }
                throw refused(Sentence.of("这个网址转来转去，到不了页面。", "This address redirects and redirects."));
            } catch (NotPublic e) {
                throw refused(Sentence.of("这个网址不在公开的互联网上。", "This address is not on the public internet."));
            } catch (IOException | IllegalStateException e) { // the latter when it is ended at the wrong moment
                throw refused(Sentence.of("取不到这个网址的页面。", "The page at this address cannot be fetched."));
            }
        }

        private Step step(URI at) throws IOException {
            HttpGet get = new HttpGet(at);
            get.setHeader(HttpHeaders.ACCEPT, "text/html, application/xhtml+xml");
            request = get;
            if (ended) {
                throw new IOException("Ended before it began");
            }
            ClassicHttpResponse response = client.executeOpen(null, get, null);
            try {
                return read(response);
            } finally {
                // Before it is closed, which would read it to its end; and it may have none.
                get.cancel();
                Closer.closeQuietly(response);
            }
        }

        void end() {
            ended = true;
            HttpGet running = request;
            if (running != null) {
                running.cancel();
            }
        }
    }

    Errand errand(String address) {
        return new Errand(address);
    }

    private URI address(String text, @Nullable URI from) {
        try {
            URI given = new URI(text.strip());
            URI whole = from == null ? given : from.resolve(given);
            String scheme = String.valueOf(whole.getScheme()).toLowerCase(Locale.ROOT);
            if (!(scheme.equals("http") || scheme.equals("https"))
                    || whole.getRawUserInfo() != null
                    || !ports.contains(port(scheme, whole.getPort()))) {
                throw notAnAddress();
            }
            String port = whole.getPort() < 0 ? "" : ":" + whole.getPort();
            String path = Objects.requireNonNullElse(whole.getRawPath(), "");
            String query = whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery();
            String plain = scheme + "://" + host(whole) + port + (path.isEmpty() ? "/" : path) + query;
            return new URI(new URI(plain).toASCIIString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw notAnAddress();
        }
    }

    /** In ASCII. Of a Chinese name the URI knows the authority only, and would take a port for part of it. */
    private static String host(URI address) {
        String host = Objects.requireNonNullElse(address.getHost(), String.valueOf(address.getRawAuthority()));
        if (host.startsWith("[") && address.getHost() != null) {
            return host;
        }
        if (host.contains(":") || host.contains("@")) {
            throw notAnAddress();
        }
        return Host.normal(host).orElseThrow(PublicWeb::notAnAddress);
    }

    private static int port(String scheme, int port) {
        if (port >= 0) {
            return port;
        }
        return scheme.equals("https") ? 443 : 80;
    }

    private static Problem notAnAddress() {
        return refused(Sentence.of(
                "url 应为 http 或 https 网址，端口 80 或 443。", "url takes an http or https address, at port 80 or 443."));
    }

    private static Problem refused(Sentence sentence) {
        return new Problem(422, "page-not-fetched", sentence).about("url", sentence);
    }

    private static Step read(ClassicHttpResponse response) throws IOException {
        @Nullable Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (REDIRECTS.contains(response.getCode()) && location != null) {
            return new Step(location.getValue(), null);
        }
        if (response.getCode() != 200) {
            throw refused(
                    Sentence.of("这个网址的服务器回答了 %s。", "The server at this address answered %s.", response.getCode()));
        }
        return new Step(null, page(response));
    }

    private static String page(ClassicHttpResponse response) throws IOException {
        @Nullable HttpEntity entity = response.getEntity();
        @Nullable ContentType type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
        if (entity == null
                || (type != null
                        && !Set.of("text/html", "application/xhtml+xml").contains(type.getMimeType()))) {
            throw refused(Sentence.of("这个网址给的不是网页。", "There is no HTML at this address."));
        }
        byte[] bytes = entity.getContent().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw PageReader.tooLarge();
        }
        return new String(bytes, charset(bytes, type));
    }

    /** What the server says, the page's beginning says, or UTF-8: many county sites still speak GBK. */
    private static Charset charset(byte[] bytes, @Nullable ContentType type) throws IOException {
        if (type != null && type.getCharset() != null) {
            return type.getCharset();
        }
        int sniffed = Math.min(bytes.length, CHARSET_SNIFF);
        return Optional.ofNullable(Jsoup.parse(new ByteArrayInputStream(bytes, 0, sniffed), null, "")
                        .charset())
                .orElse(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
