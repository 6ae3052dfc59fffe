// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Caller;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** The list of sources over HTTP. */
@Path("/sources")
@RequestScoped
@SecurityRequirement(name = "basic")
@Tag(name = "sources", description = "What reprints may come from")
public class SourcesResource {

    private static final String CSV = "text/csv; charset=utf-8";

    @Inject
    SourceDesk desk;

    @Inject
    SourceLists lists;

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @GET
    @Produces(CSV)
    @RolesAllowed({"reporter", "editor", "chief-editor"})
    @Operation(
            summary = "The list in force, or an older version of it",
            description = "The entity tag is its version. Columns: name, aliases, hosts, validFrom, validTo.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
    public Response get(@QueryParam("version") @Nullable String version) {
        SourceList list = (version == null ? lists.latest() : number(version).flatMap(lists::find))
                .orElseThrow(() -> new Problem(
                        404,
                        "no-source-list",
                        Sentence.of("还没有稿源名单，或者没有这一版。", "There is no list of sources yet, or no such version.")));
        return Conditional.unlessKnown(headers, list.etag(), list::csv)
                .type(CSV)
                .build();
    }

    private static Optional<Integer> number(String version) {
        try {
            return Optional.of(Integer.parseInt(version));
        } catch (NumberFormatException e) {
            throw Problem.badRequest("version", Sentence.of("version 应为正整数。", "version takes a positive number."));
        }
    }

    @PUT
    @Consumes("text/csv")
    @Produces(CSV)
    @RolesAllowed("chief-editor")
    @Operation(
            summary = "A new version of the list; needs If-Match once there is one",
            description =
                    "UTF-8, or what the `charset` of the media type says. Nothing is overwritten: an article remembers the "
                            + "version that let it through.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
    @APIResponse(responseCode = "201", description = "The first one")
    public Response put(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] csv) {
        SourceList list = desk.replace(text(csv), ifMatch, Caller.of(security).login());
        return (list.version() == 1 ? Response.status(Response.Status.CREATED) : Response.ok())
                .entity(list.csv())
                .type(CSV)
                .header(HttpHeaders.ETAG, list.etag())
                .build();
    }

    private String text(byte[] csv) {
        try {
            @Nullable String charset = headers.getMediaType().getParameters().get("charset");
            return (charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset))
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw Problem.badRequest(
                    "csv",
                    Sentence.of(
                            "字符编码不对：请用 UTF-8，或在 Content-Type 里写明 charset。",
                            "The characters are not what the charset says; it is UTF-8 unless the media type has another."));
        }
    }
}
