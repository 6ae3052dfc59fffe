// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.rongmei.kit.Conditional;
import org.rongmei.siteinfo.register.Register;

/** The forms in which one footer goes out, each with its media type. */
enum FooterForm {
    HTML(MediaType.TEXT_HTML_TYPE, register -> FooterRendering.html(Footer.of(register))),
    JSON(MediaType.APPLICATION_JSON_TYPE, register -> FooterForm.Binding.JSON.toJson(Footer.of(register))),
    JSON_LD(new MediaType("application", "ld+json"), LinkedData::of),
    TEXT(MediaType.TEXT_PLAIN_TYPE, register -> FooterRendering.text(Footer.of(register)));

    /** A footer that is ready to go out. */
    record Rendered(byte[] body, String etag) {}

    /** Apart, because the forms are made before any constant of theirs. */
    private static final class Binding {
        static final Jsonb JSON = JsonbBuilder.create();
    }

    private final MediaType type;
    private final Function<Register, String> rendering;

    FooterForm(MediaType type, Function<Register, String> rendering) {
        this.type = type;
        this.rendering = rendering;
    }

    static MediaType[] types() {
        return Arrays.stream(values()).map(form -> form.type).toArray(MediaType[]::new);
    }

    static FooterForm of(MediaType wanted) {
        return List.of(values()).stream()
                .filter(form -> form.type.isCompatible(wanted))
                .findFirst()
                .orElse(HTML);
    }

    MediaType type() {
        return type.withCharset("utf-8");
    }

    Rendered render(Register register) {
        byte[] body = rendering.apply(register).getBytes(StandardCharsets.UTF_8);
        return new Rendered(body, Conditional.etag(body));
    }
}
