// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.register.Register;
import org.rongmei.siteinfo.register.Said;

/** The footer's facts as search engines read them: schema.org NewsMediaOrganization. */
final class LinkedData {

    /** What schema.org has a property of its own for. */
    private static final Map<String, String> PROPERTIES =
            Map.of("phone", "telephone", "fax", "faxNumber", "email", "email");

    private static final Set<String> REPORTING = Set.of("report-phone", "report-email", "report-url");
    private static final Map<String, String> REPORTING_PROPERTIES =
            Map.of("report-phone", "telephone", "report-email", "email", "report-url", "url");

    private LinkedData() {}

    static String of(Register register) {
        JsonObjectBuilder organisation = Json.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "NewsMediaOrganization")
                .add("name", register.name());
        organisation(register, "sponsor").ifPresent(name -> organisation.add("legalName", name));
        organisation(register, "supervisor")
                .ifPresent(name -> organisation.add("parentOrganization", thing("Organization", name)));
        address(register).ifPresent(address -> organisation.add("address", address));
        organisation.add("identifier", identifiers(register));
        addUnlessEmpty(organisation, "member", members(register));
        PROPERTIES.forEach(
                (kind, property) -> addUnlessEmpty(organisation, property, values(contacts(register, kind::equals))));
        addUnlessEmpty(organisation, "contactPoint", contactPoints(register));
        addUnlessEmpty(organisation, "subjectOf", pages(register));
        // Nothing may look like the end of the script element that this is put into.
        return organisation.build().toString().replace("<", "\\u003c");
    }

    private static Optional<String> organisation(Register register, String role) {
        return register.organisations().stream()
                .filter(each -> each.role().equals(role) && Said.isSaid(each.name()))
                .map(Register.Organisation::name)
                .findFirst();
    }

    /** Each in its role; the first sponsor and supervisor have been named already, and say so once more here. */
    private static JsonArray members(Register register) {
        JsonArrayBuilder members = Json.createArrayBuilder();
        register.organisations().stream()
                .filter(organisation -> Said.isSaid(organisation.name()))
                .map(organisation -> Json.createObjectBuilder()
                        .add("@type", "OrganizationRole")
                        .add("roleName", Footer.label(organisation))
                        .add("member", member(organisation)))
                .forEach(members::add);
        return members.build();
    }

    private static JsonObjectBuilder member(Register.Organisation organisation) {
        JsonObjectBuilder member = thing("Organization", organisation.name());
        return Said.isSaid(organisation.uscc()) ? member.add("taxID", String.valueOf(organisation.uscc())) : member;
    }

    private static Optional<JsonObject> address(Register register) {
        Register.@Nullable Address address = register.address();
        if (address == null || !(Said.isSaid(address.text()) || Said.isSaid(address.postcode()))) {
            return Optional.empty();
        }
        JsonObjectBuilder postal =
                Json.createObjectBuilder().add("@type", "PostalAddress").add("addressCountry", "CN");
        Optional.ofNullable(address.text()).filter(Said::isSaid).ifPresent(text -> postal.add("streetAddress", text));
        Optional.ofNullable(address.postcode()).filter(Said::isSaid).ifPresent(code -> postal.add("postalCode", code));
        return Optional.of(postal.build());
    }

    private static JsonArray identifiers(Register register) {
        JsonArrayBuilder identifiers = Json.createArrayBuilder();
        register.identifiers().stream().filter(Footer::hasNumber).forEach(identifier -> {
            JsonObjectBuilder property = Json.createObjectBuilder()
                    .add("@type", "PropertyValue")
                    .add("propertyID", identifier.kind())
                    .add("value", String.valueOf(identifier.number()));
            Optional.ofNullable(Footer.label(identifier)).ifPresent(label -> property.add("name", label));
            Optional.ofNullable(identifier.url()).ifPresent(url -> property.add("url", url.toString()));
            Footer.note(identifier).ifPresent(note -> property.add("description", note));
            identifiers.add(property);
        });
        return identifiers.build();
    }

    /** Where readers report what should not be on the site. */
    private static JsonArray contactPoints(Register register) {
        JsonArrayBuilder points = Json.createArrayBuilder();
        contacts(register, REPORTING::contains)
                .map(contact -> Json.createObjectBuilder()
                        .add("@type", "ContactPoint")
                        .add("contactType", Footer.label(contact))
                        .add(REPORTING_PROPERTIES.getOrDefault(contact.kind(), "url"), contact.value()))
                .forEach(points::add);
        return points.build();
    }

    /** What the site says about itself elsewhere: its pages, and the badges it shows. */
    private static JsonArray pages(Register register) {
        JsonArrayBuilder pages = Json.createArrayBuilder();
        Footer footer = Footer.of(register);
        footer.navigation()
                .forEach(link ->
                        pages.add(thing("SiteNavigationElement", link.label()).add("url", link.href())));
        contacts(register, "privacy-url"::equals)
                .forEach(contact ->
                        pages.add(thing("WebPage", Footer.label(contact)).add("url", contact.value())));
        footer.badges().forEach(badge -> {
            JsonObjectBuilder work = thing("CreativeWork", badge.value());
            Optional.ofNullable(badge.href()).ifPresent(href -> work.add("url", href));
            pages.add(work);
        });
        return pages.build();
    }

    private static Stream<Register.Contact> contacts(Register register, Predicate<String> wanted) {
        return register.contacts().stream()
                .filter(contact -> wanted.test(contact.kind()) && Said.isSaid(contact.value()));
    }

    private static JsonArray values(Stream<Register.Contact> contacts) {
        return Json.createArrayBuilder(contacts.map(Register.Contact::value).toList())
                .build();
    }

    private static JsonObjectBuilder thing(String type, String name) {
        return Json.createObjectBuilder().add("@type", type).add("name", name);
    }

    private static void addUnlessEmpty(JsonObjectBuilder object, String name, List<?> values) {
        if (values instanceof JsonArray array && !array.isEmpty()) {
            object.add(name, array);
        }
    }
}
