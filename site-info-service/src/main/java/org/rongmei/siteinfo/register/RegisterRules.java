// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.identifier.IdentifierKind;

/** The rules of a register that look at more than one field, or know more of it than its length. */
final class RegisterRules {

    private static final Instant EARLIEST = Instant.parse("1949-10-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");
    /** One number, perhaps with an extension: a second one is a contact of its own. */
    private static final Pattern PHONE = Pattern.compile("[0-9+(（][0-9()（） -]{2,30}((转|#|\\*)[0-9]{1,8})?");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,255}");
    /** A path of the site itself, or an absolute address. Whatever else stands in a link might run in a page. */
    private static final Pattern WEB = Pattern.compile("/([^/\\s\\\\][^\\s\\\\]*+)?|https?://[^\\s\\\\]++");

    private static final Pattern SLUGS = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");
    private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+");

    private RegisterRules() {}

    /** @throws Problem 422 with every field that breaks a rule */
    static void require(Register register) {
        Problem problem =
                new Problem(422, "invalid", Sentence.of("登记信息有字段不合规则。", "Fields of the register break a rule."));
        int[] broken = {0};
        complain(register, (field, sentence) -> {
            broken[0]++;
            problem.about(field, sentence);
        });
        if (broken[0] > 0) {
            throw problem;
        }
    }

    static void complain(Register register, BiConsumer<String, Sentence> about) {
        each("hosts", register.hosts(), (field, host) -> {
            if (Host.normal(host).isEmpty()) {
                about.accept(field, Sentence.of("这不是主机名。", "This is no host name."));
            }
        });
        each(
                "organisations",
                register.organisations(),
                (field, organisation) ->
                        judge(field + ".uscc", IdentifierKind.USCC, organisation.uscc(), register, about));
        each(
                "identifiers",
                register.identifiers(),
                (field, identifier) -> identifier(field, identifier, register, about));
        if (register.address() != null) {
            judge(
                    "address.postcode",
                    IdentifierKind.POSTCODE,
                    register.address().postcode(),
                    register,
                    about);
        }
        each("contacts", register.contacts(), (field, contact) -> contact(field, contact, about));
        each("navigation", register.navigation(), (field, item) -> navigation(field, item, about));
        each("badges", register.badges(), (field, badge) -> dated(field + ".validTo", badge.validTo(), about));
        dated("validFrom", register.validFrom(), about);
    }

    private static void identifier(
            String field, Register.Identifier identifier, Register register, BiConsumer<String, Sentence> about) {
        IdentifierKind.find(identifier.kind())
                .ifPresent(kind -> judge(field + ".number", kind, identifier.number(), register, about));
        if (identifier.kind().equals("other") && !Said.isSaid(identifier.label())) {
            about.accept(
                    field + ".label",
                    Sentence.of("其他证照要写明名称。", "A number of another kind needs a label that says what it is."));
        }
        dated(field + ".validFrom", identifier.validFrom(), about);
        dated(field + ".validTo", identifier.validTo(), about);
        if (identifier.validFrom() != null
                && identifier.validTo() != null
                && identifier.validTo().isBefore(identifier.validFrom())) {
            about.accept(
                    field + ".validTo", Sentence.of("有效期的结束早于开始。", "It must not end before it begins (validFrom)."));
        }
        if (identifier.scan() != null
                && !WEB.matcher(identifier.scan().toString()).matches()) {
            about.accept(field + ".scan", address());
        }
    }

    /**
     * The number by the rules of its kind. A label without a number is no error here: it is left out of the footer and
     * found. The sample's numbers are invented on purpose, and every page says so.
     */
    private static void judge(
            String field,
            IdentifierKind kind,
            @Nullable String number,
            Register register,
            BiConsumer<String, Sentence> about) {
        if (number == null || !Said.isSaid(number) || register.sample()) {
            return;
        }
        kind.judge(number).errors().map(Finding::message).forEach(message -> about.accept(field, message));
    }

    private static void contact(String field, Register.Contact contact, BiConsumer<String, Sentence> about) {
        String value = contact.value();
        Optional<Sentence> complaint = switch (contact.kind()) {
            case "phone", "fax", "report-phone" ->
                unless(PHONE, value, Sentence.of("这不是电话号码。", "This is no telephone number."));
            case "email", "report-email" ->
                unless(EMAIL, value, Sentence.of("这不是电子邮箱地址。", "This is no e-mail address."));
            default -> unless(WEB, value, address());
        };
        complaint.ifPresent(sentence -> about.accept(field + ".value", sentence));
    }

    private static void navigation(String field, Register.NavigationItem item, BiConsumer<String, Sentence> about) {
        Optional<Sentence> complaint = switch (item.kind()) {
            case "section" ->
                unless(SLUGS, item.target(), Sentence.of("栏目写路径，如 news/towns。", "A section is its path: news/towns."));
            case "action" ->
                unless(
                        ACTION,
                        item.target(),
                        Sentence.of("动作名由小写字母、数字和连字符组成。", "An action has small letters, digits, hyphens."));
            default -> unless(WEB, item.target(), address());
        };
        complaint.ifPresent(sentence -> about.accept(field + ".target", sentence));
    }

    private static void dated(String field, @Nullable Instant instant, BiConsumer<String, Sentence> about) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            about.accept(field, Sentence.of("时间应在1949年至2999年之间。", "The time must lie between 1949 and 2999."));
        }
    }

    private static Optional<Sentence> unless(Pattern pattern, String value, Sentence complaint) {
        return pattern.matcher(value).matches() ? Optional.empty() : Optional.of(complaint);
    }

    private static Sentence address() {
        return Sentence.of(
                "应为 http(s) 网址，或以 / 开头的站内路径。",
                "This takes an http(s) address, or a path of the site that begins with /.");
    }

    private static <T> void each(String name, List<T> items, BiConsumer<String, T> rule) {
        for (int index = 0; index < items.size(); index++) {
            rule.accept(name + "[" + index + "]", items.get(index));
        }
    }
}
