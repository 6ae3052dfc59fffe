// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;
import org.rongmei.siteinfo.register.Register;

/** A footer as a page includes it. Class names say what it is and match no list of advertisement blockers. */
final class FooterRendering {

    private static final String SAMPLE = "示例站点：本站的单位、编号和内容均为虚构。";

    private FooterRendering() {}

    static String html(Footer footer) {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        Element root = document.body()
                .appendElement("footer")
                .addClass("imprint")
                .attr("lang", "zh-CN")
                .attr("data-site", footer.site());
        if (footer.sample()) {
            root.appendElement("p")
                    .addClass("imprint-sample")
                    .appendElement("strong")
                    .text(SAMPLE);
        }
        if (!footer.navigation().isEmpty()) {
            Element list = root.appendElement("nav")
                    .addClass("imprint-nav")
                    .attr("aria-label", "页脚导航")
                    .appendElement("ul");
            footer.navigation()
                    .forEach(link -> list.appendElement("li")
                            .appendElement("a")
                            .attr("href", link.href())
                            .text(link.label()));
        }
        footer.lines().forEach(line -> {
            Element items = root.appendElement("ul").addClass("imprint-line");
            line.forEach(item -> append(items.appendElement("li"), item));
        });
        if (!footer.badges().isEmpty()) {
            Element badges = root.appendElement("ul").addClass("imprint-line");
            footer.badges().forEach(badge -> append(badges.appendElement("li"), badge));
        }
        root.attr("data-digest", Conditional.etag(root.outerHtml()).replace("\"", ""));
        return root.outerHtml();
    }

    private static void append(Element place, Footer.Item item) {
        if (item.label() != null) {
            place.appendText(item.label() + "：");
        }
        if (item.href() == null) {
            place.appendElement("span").text(item.value());
        } else {
            place.appendElement("a").attr("href", item.href()).text(item.value());
        }
        if (item.note() != null) {
            place.appendText("（" + item.note() + "）");
        }
    }

    static String text(Footer footer) {
        StringBuilder text = new StringBuilder();
        if (footer.sample()) {
            text.append(SAMPLE).append('\n');
        }
        if (!footer.navigation().isEmpty()) {
            text.append(footer.navigation().stream().map(Footer.Link::label).collect(Collectors.joining(" - ")))
                    .append('\n');
        }
        footer.lines()
                .forEach(line -> text.append(
                                line.stream().map(FooterRendering::plain).collect(Collectors.joining("  ")))
                        .append('\n'));
        if (!footer.badges().isEmpty()) {
            text.append(footer.badges().stream().map(Footer.Item::value).collect(Collectors.joining("  ")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String plain(Footer.Item item) {
        String label = item.label() == null ? "" : item.label() + "：";
        String note = item.note() == null ? "" : "（" + item.note() + "）";
        return label + item.value() + note;
    }

    /** schema.org NewsMediaOrganization, for search engines. */
    static String jsonLd(Register register) {
        JsonObjectBuilder organisation = Json.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "NewsMediaOrganization")
                .add("name", register.name());
        organisation(register, "sponsor").ifPresent(name -> organisation.add("legalName", name));
        organisation(register, "supervisor")
                .ifPresent(name -> organisation.add(
                        "parentOrganization",
                        Json.createObjectBuilder().add("@type", "Organization").add("name", name)));
        Register.@Nullable Address address = register.address();
        if (address != null) {
            JsonObjectBuilder postal =
                    Json.createObjectBuilder().add("@type", "PostalAddress").add("addressCountry", "CN");
            Optional.ofNullable(address.text()).ifPresent(text -> postal.add("streetAddress", text));
            Optional.ofNullable(address.postcode()).ifPresent(code -> postal.add("postalCode", code));
            organisation.add("address", postal);
        }
        JsonArrayBuilder identifiers = Json.createArrayBuilder();
        register.identifiers().stream()
                .filter(Footer::hasNumber)
                .forEach(identifier -> identifiers.add(Json.createObjectBuilder()
                        .add("@type", "PropertyValue")
                        .add("propertyID", identifier.kind())
                        .add("value", String.valueOf(identifier.number()))));
        return organisation.add("identifier", identifiers).build().toString();
    }

    private static Optional<String> organisation(Register register, String role) {
        return register.organisations().stream()
                .filter(each -> each.role().equals(role))
                .map(Register.Organisation::name)
                .findFirst();
    }
}
