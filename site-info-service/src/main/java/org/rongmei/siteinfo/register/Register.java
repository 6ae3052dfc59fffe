// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;
import org.rongmei.kit.WebAddress;
import org.rongmei.siteinfo.identifier.IdentifierKind;

/** All that a site says about itself, as it is stored and as it goes over the wire. See contracts/register.json. */
public record Register(
        @Nullable String site,
        @Text(max = 80, required = true) String name,

        @Size(max = 50) @Nullable List<@Text(max = 253, required = true) String> hosts,

        @Pattern(regexp = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,5}") @Nullable
        String language,

        @Text(max = 40) @Nullable String breadcrumbPrefix,
        boolean sample,
        @Size(max = 50) @Nullable List<@NotNull @Valid Organisation> organisations,
        @Size(max = 50) @Nullable List<@NotNull @Valid Identifier> identifiers,
        @Valid @Nullable Address address,
        @Size(max = 50) @Nullable List<@NotNull @Valid Contact> contacts,
        @Size(max = 50) @Nullable List<@NotNull @Valid NavigationItem> navigation,
        @Size(max = 20) @Nullable List<@NotNull @Valid Badge> badges,
        @Nullable Instant validFrom,
        @Nullable Instant recordedAt,
        @Nullable Integer version,
        @Text(max = 500) @Nullable String reason) {

    private static final Jsonb JSON = JsonbBuilder.create();

    /** 主管, 主办, 承办, 运营, 技术支持, 版权所有, 法律顾问; {@code uscc} is the unified social credit code. */
    public record Organisation(
            @NotNull
            @Pattern(regexp = "supervisor|sponsor|organizer|operator|tech-support|copyright-holder|legal-adviser")
            String role,

            @Text(max = 200, required = true) String name,
            @Text(max = 40) @Nullable String uscc) {

        Organisation recorded() {
            return new Organisation(role, name, normal(Optional.of(IdentifierKind.USCC), uscc));
        }
    }

    /** A number that an authority has given. Its {@code url} is generated, never taken from anybody. */
    public record Identifier(
            @NotNull
            @Pattern(
                    regexp = "icp-record|icp-app|icp-mini-program|icp-licence|psb-record|news-licence|av-licence|uscc"
                            + "|postcode|tv-production|culture|publication|drug-information|other")
            String kind,

            @Text(max = 80) @Nullable String label,
            @Text(max = 80) @Nullable String number,
            @Text(max = 200) @Nullable String holder,

            @Size(max = 10) @Nullable List<@Text(max = 80, required = true) String> categories,
            @Nullable Instant validFrom,
            @Nullable Instant validTo,
            @Nullable URI scan,
            @Nullable URI url) {

        public Identifier {
            categories = listOrEmpty(categories);
        }

        /** The number in its normal spelling, with the address where the public can look it up. */
        Identifier recorded() {
            @Nullable String normal = normal(IdentifierKind.find(kind), number);
            return new Identifier(
                    kind, label, normal, holder, categories, validFrom, validTo, scan, PublicQuery.of(kind, normal));
        }
    }

    public record Address(
            @Text(max = 200) @Nullable String text,
            @Pattern(regexp = "[0-9]{6}") @Nullable String division,
            @Text(max = 20) @Nullable String postcode) {

        Address recorded() {
            return new Address(text, division, normal(Optional.of(IdentifierKind.POSTCODE), postcode));
        }
    }

    public record Contact(
            @NotNull @Pattern(regexp = "phone|fax|email|report-phone|report-email|report-url|privacy-url")
            String kind,

            @Text(max = 300, required = true) String value) {}

    /** Independent of section names: the link may say 诸城新闻 where the section is called 诸城. */
    public record NavigationItem(
            @Text(max = 40, required = true) String label,

            @NotNull @Pattern(regexp = "page|section|action")
            String kind,

            @Text(max = 300, required = true) String target) {}

    /** A footer shows the text. It loads no image: nothing in it may come from anybody else's host. */
    public record Badge(
            @Text(max = 80, required = true) String text,
            @WebAddress(secure = true) @Nullable URI image,
            @WebAddress @Nullable URI url,
            @Nullable Instant validTo) {}

    public Register {
        hosts = listOrEmpty(hosts);
        organisations = listOrEmpty(organisations);
        identifiers = listOrEmpty(identifiers);
        contacts = listOrEmpty(contacts);
        navigation = listOrEmpty(navigation);
        badges = listOrEmpty(badges);
    }

    private static <T> List<T> listOrEmpty(@Nullable List<T> list) {
        // Not copyOf, which throws at null: what is null in a list is refused with its place named.
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** What its kind knows no rule for stays as it is. So does the sample's: it is invented, and says so. */
    private static @Nullable String normal(Optional<IdentifierKind> kind, @Nullable String number) {
        if (number == null || !Said.isSaid(number)) {
            return null;
        }
        return kind.flatMap(known -> Optional.ofNullable(known.judge(number).normalized()))
                .orElse(number);
    }

    /** As a new version: what only we may say is said by us. */
    Register recorded(String ofSite, int newVersion, Instant from, Instant at) {
        return new Register(
                ofSite,
                name,
                hosts.stream()
                        .flatMap(host -> Host.normal(host).stream())
                        .distinct()
                        .toList(),
                language == null ? "zh-CN" : language,
                breadcrumbPrefix == null ? "当前位置：" : breadcrumbPrefix,
                sample,
                organisations.stream().map(Organisation::recorded).toList(),
                identifiers.stream().map(Identifier::recorded).toList(),
                address == null ? null : address.recorded(),
                contacts,
                navigation,
                badges,
                from,
                at,
                newVersion,
                null);
    }

    static Register fromJson(String json) {
        return Objects.requireNonNull(JSON.fromJson(json, Register.class), "A register is never JSON null");
    }

    String toJson() {
        return JSON.toJson(this);
    }
}
