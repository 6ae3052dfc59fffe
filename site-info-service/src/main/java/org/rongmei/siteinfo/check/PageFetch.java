// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.SiteInfoSettings;

/** Fetches the pages that somebody wants checked, where the administrator allows it: a few at a time, none for long. */
@ApplicationScoped
class PageFetch {

    private static final int AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Inject
    SiteInfoSettings settings;

    @Resource
    ManagedExecutorService executor;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Nullable
    PublicWeb web;

    @PostConstruct
    void open() {
        web = new PublicWeb(SystemDefaultDnsResolver.INSTANCE, PublicAddress::is, PublicWeb.WEB_PORTS);
    }

    @PreDestroy
    void close() throws IOException {
        if (web != null) {
            web.close();
        }
    }

    /** @throws Problem 403 unless configured, 422 for what is no page of the public web, 503 when many are being fetched */
    String page(String address) {
        if (!settings.isFetching() || web == null) {
            throw new Problem(
                    403,
                    "fetching-is-off",
                    Sentence.of("这里不取网址，请直接提交 html。", "Addresses are not fetched here; please send the html itself."));
        }
        if (!places.tryAcquire()) {
            throw new Problem(
                            503,
                            "too-many-fetches",
                            Sentence.of("正在取的网址太多，请稍后再试。", "Many pages are being fetched; please try again soon."))
                    .retryAfter(LONGEST);
        }
        return await(web.errand(address));
    }

    private String await(PublicWeb.Errand errand) {
        Future<String> page;
        try {
            // On a thread of its own: a name's server may keep us waiting, and nothing interrupts that.
            page = executor.submit(() -> {
                try {
                    return errand.call();
                } finally {
                    places.release();
                }
            });
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
        try {
            return page.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw slow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw slow();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException("A page could not be fetched", e.getCause());
        } finally {
            errand.end();
        }
    }

    private static Problem slow() {
        Sentence sentence = Sentence.of("这个网址太久没有给出页面。", "The page at this address took too long.");
        return new Problem(422, "page-not-fetched", sentence).about("url", sentence);
    }
}
