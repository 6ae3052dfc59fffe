// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.register.Register;

/** What was read so far, and which characters of the footer it was read from. Lists are as long as a register's. */
final class Ledger {

    private static final int MOST = 50;
    private static final int MOST_BADGES = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 80;
    private static final String EDGES = " \u00a0\u3000\t\n:：-—–·.．,，。、;；|\"“”'‘’《》<>【】*";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    /** Between two words of which at least one is not Chinese a blank means something. */
    private static final Pattern BLANK_IN_CHINESE = Pattern.compile("(?<=[^\\x00-\\x7F]) | (?=[^\\x00-\\x7F])");

    private final Sheet sheet;
    private final BitSet taken = new BitSet();
    private final List<String> hosts = new ArrayList<>();
    private final List<Register.Organisation> organisations = new ArrayList<>();
    private final List<Register.Identifier> identifiers = new ArrayList<>();
    private final List<Register.Contact> contacts = new ArrayList<>();
    private final List<FooterReading.Step> navigation = new ArrayList<>();
    private final List<Register.Badge> badges = new ArrayList<>();
    private @Nullable String name;
    private @Nullable String address;
    private @Nullable String postcode;

    Ledger(Sheet sheet) {
        this.sheet = sheet;
    }

    void take(int from, int to) {
        taken.set(from, Math.max(from, to));
    }

    boolean isFree(int from, int to) {
        int next = taken.nextSetBit(from);
        return next < 0 || next >= to;
    }

    boolean isTaken(int at) {
        return taken.get(at);
    }

    /** As it stands in the footer, with one blank where there are several, and without the signs around it. */
    String written(Span span) {
        String text =
                BLANKS.matcher(sheet.text().substring(span.start(), span.end())).replaceAll(" ");
        int start = 0;
        int end = text.length();
        while (start < end && EDGES.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && EDGES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Half-width and without blanks. */
    String plain(Span span) {
        String text = Normalizer.normalize(sheet.text().substring(span.start(), span.end()), Normalizer.Form.NFKC);
        return BLANKS.matcher(text).replaceAll("");
    }

    /** 诸 城 市 is 诸城市. */
    String inOneWord(Span span) {
        return BLANK_IN_CHINESE.matcher(written(span)).replaceAll("");
    }

    boolean name(String value) {
        boolean kept = name == null && !value.isEmpty() && value.length() <= MOST_BADGES * 2;
        name = kept ? value : name;
        return kept;
    }

    boolean host(String value) {
        return add(hosts, value, MOST);
    }

    boolean organisation(Field role, String value) {
        return !value.isEmpty()
                && value.length() <= LONGEST_NAME
                && add(organisations, new Register.Organisation(role.toString(), value, null), MOST);
    }

    /** @param label as it was written; the register keeps it for what has no kind of its own, or no number */
    boolean identifier(Field kind, @Nullable String label, @Nullable String number) {
        boolean fits = number == null || number.length() <= LONGEST_NUMBER;
        boolean known = number == null
                && identifiers.stream().anyMatch(same -> same.kind().equals(kind.toString()));
        boolean labelled = label != null && label.length() <= LONGEST_NUMBER && (number == null || kind == Field.OTHER);
        return fits
                && !known
                && add(
                        identifiers,
                        new Register.Identifier(
                                kind.toString(),
                                labelled ? label : null,
                                number,
                                null,
                                List.of(),
                                null,
                                null,
                                null,
                                null),
                        MOST);
    }

    /** 持证亮牌: who holds the news licence, or for what. */
    boolean aboutNewsLicence(@Nullable String holder, List<String> categories) {
        for (int index = identifiers.size() - 1; index >= 0; index--) {
            Register.Identifier old = identifiers.get(index);
            if (old.kind().equals(Field.NEWS_LICENCE.toString())) {
                List<String> all = new ArrayList<>(old.categories());
                categories.stream().filter(category -> all.size() < 10).forEach(all::add);
                identifiers.set(
                        index,
                        new Register.Identifier(
                                old.kind(),
                                old.label(),
                                old.number(),
                                holder == null ? old.holder() : holder,
                                all,
                                null,
                                null,
                                null,
                                null));
                return true;
            }
        }
        return false;
    }

    boolean address(String text) {
        boolean kept = address == null && !text.isEmpty() && text.length() <= LONGEST_NAME;
        address = kept ? text : address;
        return kept || Objects.equals(address, text);
    }

    boolean postcode(String code) {
        boolean kept = postcode == null && !code.isEmpty() && code.length() <= 20;
        postcode = kept ? code : postcode;
        return kept || Objects.equals(postcode, code);
    }

    boolean contact(Field kind, String value) {
        return !value.isEmpty()
                && value.length() <= 300
                && add(contacts, new Register.Contact(kind.toString(), value), MOST);
    }

    boolean step(String label, String kind, @Nullable String target) {
        boolean known = navigation.stream().anyMatch(step -> step.label().equals(label));
        return known || add(navigation, new FooterReading.Step(label, kind, target), MOST);
    }

    boolean badge(Register.Badge badge) {
        return add(badges, badge, MOST_BADGES);
    }

    /** The same said twice is said once. What a register has no room for stays where it is. */
    private static <T> boolean add(List<T> list, T value, int most) {
        if (list.contains(value)) {
            return true;
        }
        return list.size() < most && list.add(value);
    }

    FooterReading reading(List<String> unassigned) {
        return new FooterReading(
                new FooterReading.Draft(
                        name,
                        List.copyOf(hosts),
                        List.copyOf(organisations),
                        List.copyOf(identifiers),
                        address == null && postcode == null ? null : new Register.Address(address, null, postcode),
                        List.copyOf(contacts),
                        List.copyOf(navigation),
                        List.copyOf(badges)),
                unassigned);
    }

    Optional<Integer> nextTaken(int from) {
        int next = taken.nextSetBit(from);
        return next < 0 ? Optional.empty() : Optional.of(next);
    }
}
