// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.Rationed;

/** Reads footers over HTTP, for anybody. Stores nothing. */
@Path("/footers")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "footers", description = "An existing footer as the fields of a register")
public class FootersResource {

    @POST
    @Rationed
    @Operation(
            summary = "Reads a footer",
            description =
                    "Takes text or html, one of them. A value stands in the field that its label names; what has no "
                            + "label is in unassigned.")
    public FooterReading read(@NotNull FooterQuestion question) {
        if (question.html() != null && question.text() == null) {
            return FooterParser.parseHtml(question.html());
        }
        if (question.text() != null && question.html() == null) {
            return FooterParser.parseText(question.text());
        }
        Sentence one = Sentence.of("text 与 html 要填且只填一个。", "One of text and html is needed, and not both.");
        throw new Problem(422, "invalid", Sentence.of("请求不合规则。", "The request breaks a rule."))
                .about("text", one)
                .about("html", one);
    }
}
