// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.rongmei.site.SiteSettings;

/**
 * site-info-service, in the site's words. One copy, asked after when it is half a minute old; the last one is kept on
 * disk, because no page may go out without its footer.
 */
@ApplicationScoped
public class Masthead {

    private static final System.Logger LOG = System.getLogger(Masthead.class.getName());
    private static final long FRESH_NANOS = Duration.ofSeconds(30).toNanos();

    @Inject
    Upstream upstream;

    @Inject
    SiteSettings settings;

    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Imprint latest;
    private volatile long askedAt;

    @PostConstruct
    void recall() {
        file().filter(Files::exists).ifPresent(file -> {
            try {
                latest = Imprint.fromJson(Files.readString(file));
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "The kept footer cannot be read: " + e);
            }
        });
    }

    /** Empty only when nobody has registered the site, or nobody ever answered. */
    public Optional<Imprint> imprint() {
        if (latest == null) {
            asking.lock();
            refresh();
        } else if (!isFresh() && asking.tryLock()) { // everybody else goes on with the one we have
            refresh();
        }
        return Optional.ofNullable(latest);
    }

    private boolean isFresh() {
        return askedAt != 0 && System.nanoTime() - askedAt <= FRESH_NANOS;
    }

    /** With the lock, which it gives back. */
    private void refresh() {
        try {
            if (latest == null || !isFresh()) { // or somebody else was quicker
                askAgain();
            }
        } finally {
            asking.unlock();
        }
    }

    private void askAgain() {
        try {
            Optional<Imprint> asked = ask();
            if (asked.isPresent() && !asked.get().equals(latest)) {
                latest = asked.get();
                keep(asked.get());
            }
        } catch (ServiceAway e) {
            LOG.log(Level.DEBUG, "Going on with the footer we have", e);
        }
        askedAt = System.nanoTime();
    }

    private Optional<Imprint> ask() {
        URI site = URI.create(settings.siteInfoUrl() + "/sites/" + settings.site());
        if (settings.site().isEmpty()) {
            return Optional.empty();
        }
        Upstream.Answer register = upstream.get(site, "application/json");
        Upstream.Answer footer = upstream.get(URI.create(site + "/footer"), "text/html");
        Upstream.Answer organisation = upstream.get(URI.create(site + "/footer"), "application/ld+json");
        return register.isFound() && footer.isFound() && organisation.isFound()
                ? Optional.of(Imprint.of(register.body(), footer.body(), organisation.body()))
                : Optional.empty();
    }

    private void keep(Imprint imprint) {
        file().ifPresent(file -> {
            try {
                Files.createDirectories(file.getParent());
                Path part = file.resolveSibling(file.getFileName() + ".part");
                Files.writeString(part, imprint.toJson());
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The footer cannot be kept: " + e);
            }
        });
    }

    private Optional<Path> file() {
        return settings.cacheDirectory().map(directory -> Path.of(directory, "imprint-" + settings.site() + ".json"));
    }
}
