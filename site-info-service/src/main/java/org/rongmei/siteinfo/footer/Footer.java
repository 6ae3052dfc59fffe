// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.register.Register;
import org.rongmei.siteinfo.register.Said;

/** What a footer says, before it is rendered. A label without a value is not in it. */
public record Footer(
        String site, String name, boolean sample, List<Link> navigation, List<List<Item>> lines, List<Item> badges) {

    /** A step to somewhere on the site. */
    public record Link(String label, String href) {}

    /** One fact, with the link that proves it where there is one. An icon is one of {@link Icon}. */
    public record Item(
            @Nullable String label,
            String value,
            @Nullable String href,
            @Nullable String note,
            @Nullable String icon) {

        Item(@Nullable String label, String value, @Nullable String href, @Nullable String note) {
            this(label, value, href, note, null);
        }
    }

    private static final Map<String, String> ORGANISATIONS = Map.of(
            "supervisor", "主管",
            "sponsor", "主办",
            "organizer", "承办",
            "operator", "运营",
            "tech-support", "技术支持",
            "copyright-holder", "版权所有",
            "legal-adviser", "法律顾问");
    private static final Map<String, String> IDENTIFIERS = Map.ofEntries(
            Map.entry("news-licence", "互联网新闻信息服务许可证"),
            Map.entry("icp-record", "备案号"),
            Map.entry("icp-app", "APP备案号"),
            Map.entry("icp-mini-program", "小程序备案号"),
            Map.entry("icp-licence", "增值电信业务经营许可证"),
            Map.entry("psb-record", "公安备案号"),
            Map.entry("av-licence", "信息网络传播视听节目许可证"),
            Map.entry("tv-production", "广播电视节目制作经营许可证"),
            Map.entry("culture", "网络文化经营许可证"),
            Map.entry("publication", "网络出版服务许可证"),
            Map.entry("drug-information", "互联网药品信息服务资格证书"),
            Map.entry("uscc", "统一社会信用代码"),
            Map.entry("postcode", "邮编"));
    private static final Map<String, String> CONTACTS = Map.of(
            "phone", "电话",
            "fax", "传真",
            "email", "电子邮箱",
            "report-phone", "举报电话",
            "report-email", "举报邮箱",
            "report-url", "举报入口",
            "privacy-url", "隐私政策");

    /** 中央网信办举报中心, which stands beside the site's own channel: two links of one name would tell nobody which is which. */
    private static final Pattern NATIONAL = Pattern.compile("https?://(www\\.)?12377\\.cn(/.*)?");

    /** What may stand in a link: a footer is also shown by sites that are not ours. */
    private static final Pattern WEB = Pattern.compile("https?://\\S+|/[^/\\s]\\S*");

    public static Footer of(Register register) {
        return new Footer(
                String.valueOf(register.site()),
                register.name(),
                register.sample(),
                register.navigation().stream()
                        .filter(item -> Said.isSaid(item.label()))
                        .map(Footer::link)
                        .toList(),
                Stream.of(
                                register.identifiers().stream()
                                        .flatMap(Footer::identifier)
                                        .toList(),
                                organisations(register, false),
                                organisations(register, true),
                                register.contacts().stream()
                                        .filter(contact -> Said.isSaid(contact.value()))
                                        .map(Footer::contact)
                                        .toList())
                        .filter(line -> !line.isEmpty())
                        .toList(),
                register.badges().stream()
                        .filter(badge -> Said.isSaid(badge.text()))
                        .map(badge -> new Item(
                                null,
                                badge.text(),
                                badge.url() == null ? null : badge.url().toString(),
                                null))
                        .toList());
    }

    private static Link link(Register.NavigationItem item) {
        String href = switch (item.kind()) {
            case "section" -> "/" + item.target() + "/";
            // No browser lets a page do these any more; the site explains how a reader does them.
            case "action" -> "/subscribe/#" + item.target();
            default -> item.target();
        };
        return new Link(item.label(), href);
    }

    public static boolean hasNumber(Register.Identifier identifier) {
        return Said.isSaid(identifier.number());
    }

    private static Stream<Item> identifier(Register.Identifier identifier) {
        if (!hasNumber(identifier)) {
            return Stream.empty();
        }
        return Stream.of(new Item(
                label(identifier),
                String.valueOf(identifier.number()),
                identifier.url() == null ? null : identifier.url().toString(),
                note(identifier).orElse(null),
                identifier.kind().equals("psb-record") ? Icon.PUBLIC_SECURITY : null));
    }

    /** 持证亮牌 (2025-01-25): the holder and the kinds of service are shown beside the number. */
    static Optional<String> note(Register.Identifier identifier) {
        List<String> notes = new ArrayList<>();
        Optional.ofNullable(identifier.holder()).filter(Said::isSaid).ifPresent(notes::add);
        identifier.categories().stream().filter(Said::isSaid).forEach(notes::add);
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("，", notes));
    }

    /** As readers know it. */
    public static @Nullable String label(Register.Identifier identifier) {
        return identifier.kind().equals("other") ? identifier.label() : IDENTIFIERS.get(identifier.kind());
    }

    static String label(Register.Organisation organisation) {
        return ORGANISATIONS.getOrDefault(organisation.role(), organisation.role());
    }

    static String label(Register.Contact contact) {
        if (contact.kind().equals("report-url")
                && NATIONAL.matcher(contact.value()).matches()) {
            return "12377举报中心";
        }
        return CONTACTS.getOrDefault(contact.kind(), contact.kind());
    }

    /** Copyright and address share a line, after those who answer for the content. */
    private static List<Item> organisations(Register register, boolean copyright) {
        List<Item> items = new ArrayList<>();
        register.organisations().stream()
                .filter(organisation -> organisation.role().equals("copyright-holder") == copyright)
                .filter(organisation -> Said.isSaid(organisation.name()))
                .map(organisation -> new Item(label(organisation), organisation.name(), null, null))
                .forEach(items::add);
        Register.@Nullable Address address = register.address();
        if (copyright && address != null) {
            Optional.ofNullable(address.text())
                    .filter(Said::isSaid)
                    .ifPresent(text -> items.add(new Item("地址", text, null, null)));
            Optional.ofNullable(address.postcode())
                    .filter(Said::isSaid)
                    .ifPresent(code -> items.add(new Item("邮编", code, null, null)));
        }
        return items;
    }

    private static Item contact(Register.Contact contact) {
        String value = contact.value();
        String label = label(contact);
        return switch (contact.kind()) {
            case "phone", "report-phone" -> new Item(label, value, "tel:" + dialled(value), null);
            case "email", "report-email" -> new Item(label, value, "mailto:" + value, null);
            // The label is what a reader follows; the address behind it says nothing to a person.
            case "report-url", "privacy-url" ->
                new Item(null, label, WEB.matcher(value).matches() ? value : null, null);
            default -> new Item(label, value, null, null);
        };
    }

    /** Without the extension: dialled on, it would be part of another number. */
    private static String dialled(String phone) {
        return phone.replaceFirst("[转#*].*", "").replaceAll("[^0-9+]", "");
    }
}
