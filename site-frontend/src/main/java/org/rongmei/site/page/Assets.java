// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;
import org.rongmei.site.SiteSettings;

/** Style sheet, script and icon. Their addresses hold a hash of what they say, so that they may be kept for ever. */
@ApplicationScoped
class Assets {

    /** Bytes with their media type. */
    record Asset(byte[] bytes, String type) {}

    private static final Map<String, String> TYPES = Map.of(
            "site.css", "text/css; charset=utf-8",
            "reading.js", "text/javascript; charset=utf-8",
            "text.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private static final String ACCENT = "#a61b29";
    private static final String DARK_ACCENT = "#f0828b";

    private final Map<String, Asset> byAddress = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    @Inject
    SiteSettings settings;

    @PostConstruct
    void load() {
        TYPES.forEach((name, type) -> {
            byte[] bytes = name.equals("site.css") ? coloured(read(name), settings) : read(name);
            String hash = Conditional.etag(bytes).substring(1, 11);
            String address = hash + "-" + name;
            byAddress.put(address, new Asset(bytes, type));
            addresses.put(name, "/assets/" + address);
        });
    }

    /** The style sheet names each of its accents once. */
    static byte[] coloured(byte[] css, SiteSettings settings) {
        String text = new String(css, StandardCharsets.UTF_8);
        String light =
                settings.accent().map(colour -> text.replace(ACCENT, colour)).orElse(text);
        return settings.darkAccent()
                .map(colour -> light.replace(DARK_ACCENT, colour))
                .orElse(light)
                .getBytes(StandardCharsets.UTF_8);
    }

    String address(String name) {
        return addresses.getOrDefault(name, "");
    }

    Optional<Asset> find(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    private static byte[] read(String name) {
        try (@Nullable InputStream file = Assets.class.getResourceAsStream("/assets/" + name)) {
            if (file == null) {
                throw new IllegalStateException("Asset " + name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Asset " + name + " cannot be read", e);
        }
    }
}
