// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.PageLimit;
import org.rongmei.feed.entry.Entry;
import org.rongmei.kit.Cursor;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Who has what, for the chief-editor. */
@Path("/deliveries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("chief-editor")
@SecurityRequirement(name = "basic")
@Tag(name = "partners", description = "Who may take what under contract")
public class DeliveriesResource {

    private static final String HERE = "/feeds/deliveries";
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    @Inject
    DeliveryDesk desk;

    @Inject
    DeliveryBook book;

    @GET
    @Operation(
            summary = "Who has an article, or what a partner has",
            description = "Either `uri` or `partner`. Kept for 180 days after the last delivery.")
    @APIResponseSchema(DeliveryList.class)
    public Response list(
            @QueryParam("uri") @Nullable String uri,
            @QueryParam("partner") @Nullable String partner,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        boolean one = (uri == null) != (partner == null);
        if (!one) {
            throw Problem.badRequest("uri", Sentence.of("请给出 uri 或 partner 之一。", "Please give either uri or partner."));
        }
        book.write();
        DeliveryList list = uri == null
                ? ofPartner(partner == null ? "" : partner, PageLimit.of(limit), cursor)
                : ofArticle(uri, PageLimit.of(limit), cursor);
        Response.ResponseBuilder response = Response.ok(list);
        if (list.next() != null) {
            response.header(HttpHeaders.LINK, "<" + list.next() + ">; rel=\"next\"");
        }
        return response.build();
    }

    private DeliveryList ofArticle(String uri, int limit, @Nullable String cursor) {
        String after = cursor == null ? "" : Cursor.parse(cursor, 1).key().get(0);
        DeliveryDesk.Holders holders = desk.holders(uri, after, limit + 1);
        @Nullable
        Instant withdrawnAt = holders.entry().flatMap(Entry::withdrawnAt).orElse(null);
        List<Delivery> found = holders.deliveries();
        List<Delivery> page = found.subList(0, Math.min(limit, found.size()));
        @Nullable
        String next = found.size() <= limit
                ? null
                : next("uri", uri, Cursor.at(page.get(limit - 1).login()), limit);
        return new DeliveryList(
                null,
                withdrawnAt,
                page.stream()
                        .map(delivery -> DeliveryView.of(delivery, withdrawnAt))
                        .toList(),
                next);
    }

    private DeliveryList ofPartner(String login, int limit, @Nullable String cursor) {
        Optional<Cursor> place = Optional.ofNullable(cursor).map(text -> Cursor.parse(text, 2));
        Instant before = place.map(at -> Instant.EPOCH.plus(at.number(0), ChronoUnit.MICROS))
                .orElse(LATEST);
        String afterId = place.map(at -> at.key().get(1)).orElse("");
        List<Delivery> found = desk.ofPartner(login, before, afterId, limit + 1);
        List<Delivery> page = found.subList(0, Math.min(limit, found.size()));
        @Nullable
        String next = found.size() <= limit
                ? null
                : next(
                        "partner",
                        login,
                        Cursor.at(
                                micros(page.get(limit - 1)), page.get(limit - 1).articleId()),
                        limit);
        return new DeliveryList(
                desk.lastAsked(login).map(PartnerPeriod::lastAt).orElse(null),
                null,
                page.stream()
                        .map(delivery -> DeliveryView.of(
                                delivery, desk.withdrawnAt(delivery.articleId()).orElse(null)))
                        .toList(),
                next);
    }

    private static long micros(Delivery delivery) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, delivery.lastAt());
    }

    private static String next(String name, String value, Cursor cursor, int limit) {
        return HERE + "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&cursor=" + cursor
                + "&limit=" + limit;
    }
}
