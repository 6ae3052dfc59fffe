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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/** All that a site says about itself, as it is stored and as it goes over the wire. See contracts/register.json. */
public record Register(
        @Nullable String site,
        @Text(max = 80, required = true) String name,

        @Size(max = 50) @Nullable List<@Pattern(regexp = "[a-z0-9.-]{1,253}") String> hosts,

        @Pattern(regexp = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*") @Nullable
        String language,

        @Text(max = 40) @Nullable String breadcrumbPrefix,
        boolean sample,
        @Valid @Size(max = 50) @Nullable List<Organisation> organisations,
        @Valid @Size(max = 50) @Nullable List<Identifier> identifiers,
        @Valid @Nullable Address address,
        @Valid @Size(max = 50) @Nullable List<Contact> contacts,
        @Valid @Size(max = 50) @Nullable List<NavigationItem> navigation,
        @Valid @Size(max = 20) @Nullable List<Badge> badges,
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
            @Text(max = 18) @Nullable String uscc) {}

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
            categories = categories == null ? List.of() : List.copyOf(categories);
        }

        Identifier withGeneratedUrl() {
            return new Identifier(
                    kind, label, number, holder, categories, validFrom, validTo, scan, PublicQuery.of(kind, number));
        }
    }

    public record Address(
            @Text(max = 200) @Nullable String text,
            @Pattern(regexp = "[0-9]{6}") @Nullable String division,
            @Pattern(regexp = "[0-9]{6}") @Nullable String postcode) {}

    public record Contact(
            @NotNull @Pattern(regexp = "phone|fax|email|report-phone|report-email|report-url|privacy-url")
            String kind,

            @Text(max = 300, required = true) String value) {}

    /** Independent of section names: the link may say 诸城新闻 where the section is called 诸城. */
    public record NavigationItem(
            @Text(max = 40, required = true) String label,

            @NotNull @Pattern(regexp = "page|section|action")
            String kind,

            @Text(max = 300, required = true)
            @Pattern(regexp = "/([^/\\s]\\S*)?|https?://\\S+|[a-z0-9-]+(/[a-z0-9-]+)*")
            String target) {}

    public record Badge(
            @Text(max = 80, required = true) String text,
            @Nullable URI image,
            @Nullable URI url,
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
        return list == null ? List.of() : List.copyOf(list);
    }

    /** As a new version: what only we may say is said by us. */
    Register recorded(String ofSite, int newVersion, Instant from, Instant at) {
        return new Register(
                ofSite,
                name,
                hosts,
                language == null ? "zh-CN" : language,
                breadcrumbPrefix == null ? "当前位置：" : breadcrumbPrefix,
                sample,
                organisations,
                identifiers.stream().map(Identifier::withGeneratedUrl).toList(),
                address,
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
