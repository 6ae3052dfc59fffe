// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.register.Register;

/** Pages of an invented centre, and what the checker says of them. */
final class Pages {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final Register REGISTER = JsonbBuilder.create().fromJson("""
            {"name": "云泽新闻网", "identifiers": [
              {"kind": "icp-record", "number": "鲁ICP备2024031415号-1"},
              {"kind": "psb-record", "number": "鲁公网安备37079902000123号"},
              {"kind": "news-licence", "number": "37120240016"},
              {"kind": "av-licence", "number": "1524007"}]}""", Register.class);

    private Pages() {}

    static String read(String name) {
        try (InputStream file = Pages.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Finding> check(String html) {
        return PageCheck.of(html, new Occasion(PageKind.HOME, Optional.of(REGISTER)), NOW);
    }
}
