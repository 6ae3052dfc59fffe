// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Answer;
import org.rongmei.article.Caller;
import org.rongmei.article.Limit;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Cursor;
import org.rongmei.kit.Idempotent;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Pictures over HTTP. */
@Path("/media")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "media", description = "Pictures and the words that go with them")
public class MediaResource {

    /** In bytes: more than the longest words we take have. */
    private static final int LONGEST_FIELD = 8_000;

    @Inject
    PictureIntake intake;

    @Inject
    PictureDesk desk;

    @Inject
    Pictures pictures;

    @Inject
    PictureStore store;

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @POST
    @Idempotent
    @RolesAllowed({"reporter", "editor", "chief-editor"})
    @SecurityRequirement(name = "basic")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Upload a picture: fields file, alt, caption, credit")
    @APIResponse(responseCode = "201", description = "Kept, in all renditions")
    @APIResponseSchema(value = PictureView.class, responseCode = "201")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = PictureUpload.class)))
    public Response upload(List<EntityPart> parts) throws IOException {
        Map<String, EntityPart> fields = new HashMap<>();
        parts.forEach(part -> fields.put(part.getName(), part));
        PictureWords words = new PictureWords(text(fields, "alt"), text(fields, "caption"), text(fields, "credit"));
        try (InputStream file = content(fields.get("file"))) {
            Picture picture = intake.upload(file, words, Caller.of(security).login());
            return Response.status(Response.Status.CREATED)
                    .header(HttpHeaders.LOCATION, "/content/media/" + SortedId.format(picture.id()))
                    .header(HttpHeaders.ETAG, etag(picture))
                    .entity(PictureView.of(picture))
                    .build();
        }
    }

    private static InputStream content(@Nullable EntityPart file) {
        if (file == null) {
            throw Problem.unprocessable("file", Sentence.of("缺少图片文件。", "The picture file is missing."));
        }
        return file.getContent();
    }

    /** Read as bytes: RFC 7578 has no charset for a field, and everything we know of sends UTF-8. */
    private static @Nullable String text(Map<String, EntityPart> fields, String name) throws IOException {
        @Nullable EntityPart field = fields.get(name);
        if (field == null) {
            return null;
        }
        try (InputStream content = field.getContent()) {
            byte[] bytes = content.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD) {
                throw Problem.unprocessable(name, Sentence.of("字段 %s 太长。", "The field %s is too long.", name));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.unprocessable(name, Sentence.of("字段 %s 不是 UTF-8。", "The field %s is not UTF-8.", name));
        }
    }

    @GET
    @RolesAllowed({"reporter", "editor", "chief-editor"})
    @SecurityRequirement(name = "basic")
    @Operation(summary = "All pictures, newest first")
    @APIResponseSchema(PicturePage.class)
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        int size = Limit.of(limit);
        long before = cursor == null ? Long.MAX_VALUE : Cursor.parse(cursor, 1).number(0);
        List<Picture> found = pictures.list(before, size + 1);
        List<Picture> page = found.subList(0, Math.min(size, found.size()));
        @Nullable
        String next = found.size() > size
                ? "/content/media?limit=" + size + "&cursor="
                        + Cursor.at(page.get(page.size() - 1).id())
                : null;
        PicturePage answer = new PicturePage(page.stream().map(PictureView::of).toList(), next);
        return Answer.page(headers, answer, next).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The words of a picture and the addresses of its renditions")
    @APIResponseSchema(PictureView.class)
    public Response get(@PathParam("id") String id) {
        Picture picture = visible(id);
        return Conditional.unlessKnown(headers, etag(picture), () -> PictureView.of(picture))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"reporter", "editor", "chief-editor"})
    @SecurityRequirement(name = "basic")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Describe a picture anew; needs If-Match")
    @APIResponseSchema(PictureView.class)
    public Response describe(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull PictureWords words) {
        Picture picture = desk.describe(id, ifMatch, words);
        return Response.ok(PictureView.of(picture))
                .header(HttpHeaders.ETAG, etag(picture))
                .build();
    }

    @GET
    @Path("/{id}/{rendition}")
    @Produces({"image/jpeg", "image/png", MediaType.APPLICATION_JSON})
    @Operation(summary = "The pixels: original, large, medium or thumbnail")
    public Response pixels(@PathParam("id") String id, @PathParam("rendition") String name) {
        Picture picture = visible(id);
        Rendition rendition = Rendition.find(name).orElseThrow(() -> new PictureNotFound(id + "/" + name));
        String etag = "\"" + id + "-" + rendition + "\"";
        // The address never shows anything else. Shared caches may keep it for half a minute only, for a withdrawal.
        String caching = "public, max-age=31536000, s-maxage=30, immutable";
        if (Conditional.isUnmodified(headers, etag)) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, etag)
                    .header(HttpHeaders.CACHE_CONTROL, caching)
                    .build();
        }
        Pixels pixels = store.find(picture.id(), rendition).orElseThrow(() -> new PictureNotFound(id));
        return Response.ok(outwards(pixels), picture.type())
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header(HttpHeaders.CONTENT_LENGTH, pixels.length())
                .build();
    }

    /** Closed also when the reader has gone. A HEAD comes through here as well; the container drops what it writes. */
    private static StreamingOutput outwards(Pixels pixels) {
        return output -> {
            try (pixels) {
                pixels.content().transferTo(output);
            }
        };
    }

    private Picture visible(String id) {
        Picture picture = pictures.get(id);
        if (!Caller.of(security).isStaff() && !pictures.isPublic(picture)) {
            throw new PictureNotFound(id);
        }
        return picture;
    }

    static String etag(Picture picture) {
        return "\"" + picture.version() + "\"";
    }
}
