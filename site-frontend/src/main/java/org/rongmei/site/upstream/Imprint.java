// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** Who we are, as every page shows it: the register's name and texts, and the footer as site-info-service rendered it. */
public record Imprint(String name, String breadcrumbPrefix, boolean sample, String footer, String organisation) {

    /** The part of a register that pages use. */
    public record Register(String name, String breadcrumbPrefix, boolean sample) {}

    private static final Jsonb JSON = JsonbBuilder.create();

    static Imprint of(String register, String footer, String organisation) {
        Register parsed = JSON.fromJson(register, Register.class);
        return new Imprint(parsed.name(), parsed.breadcrumbPrefix(), parsed.sample(), footer, organisation);
    }

    static Imprint fromJson(String json) {
        return JSON.fromJson(json, Imprint.class);
    }

    String toJson() {
        return JSON.toJson(this);
    }
}
