// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.Severity;
import org.rongmei.siteinfo.footer.Footer;
import org.rongmei.siteinfo.law.Laws;
import org.rongmei.siteinfo.register.Register;
import org.rongmei.siteinfo.register.Said;

/**
 * Something in a register that ends, and the days before its end on which somebody has to be told. Days are China's.
 *
 * @param kind of the identifier; {@code badge} for a badge
 * @param until the first instant at which it is no longer valid
 * @param reckoned nobody has recorded the end: it follows from the beginning and the term of three years
 */
record Expiry(String kind, String label, @Nullable String number, Instant until, boolean reckoned) {

    /** Days that are left after such a day. With 30, a news licence may be renewed for the last time. */
    static final List<Integer> ALERTS = List.of(90, 60, 30, 7, 0);

    /** The day after the last one. */
    private static final int OVER = -1;

    /** 互联网新闻信息服务许可管理实施细则: a news licence is for three years. */
    private static final int TERM = 3;

    /** 互联网新闻信息服务管理规定: whoever wants to go on applies thirty days before the end. */
    private static final int RENEWAL = 30;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** One of the days on which somebody has to be told. */
    record Alert(Expiry of, int days) {

        LocalDate day() {
            return of.lastDay().minusDays(days);
        }

        /** When that day begins. */
        Instant at() {
            return day().atStartOfDay(CHINA).toInstant();
        }

        /** As it has to be said on that day. Empty when its law was not in force then. */
        Optional<Finding> finding() {
            return of.cited(days < 0 ? of.expired() : of.expiring(days), at());
        }
    }

    static Stream<Expiry> in(Register register) {
        return Stream.concat(
                register.identifiers().stream().filter(Footer::hasNumber).flatMap(Expiry::of),
                register.badges().stream()
                        .filter(badge -> badge.validTo() != null && Said.isSaid(badge.text()))
                        .map(badge -> new Expiry(
                                "badge",
                                badge.text(),
                                null,
                                Optional.ofNullable(badge.validTo()).orElseThrow(),
                                false)));
    }

    private static Stream<Expiry> of(Register.Identifier identifier) {
        String label = Optional.ofNullable(Footer.label(identifier)).orElse(identifier.kind());
        Stream<Instant> end = Stream.ofNullable(identifier.validTo());
        boolean reckoned = identifier.validTo() == null && identifier.kind().equals("news-licence");
        if (reckoned) {
            end = Stream.ofNullable(identifier.validFrom())
                    .map(begin -> begin.atZone(CHINA).plusYears(TERM).toInstant());
        }
        return end.map(until -> new Expiry(identifier.kind(), label, identifier.number(), until, reckoned));
    }

    /** The last day on which it is valid, in China. */
    LocalDate lastDay() {
        return day(until.minusNanos(1));
    }

    Stream<Alert> alerts() {
        return ALERTS.stream().map(days -> new Alert(this, days));
    }

    /** The days on which somebody has to be told, and the one after the last. */
    Stream<Alert> news() {
        return Stream.concat(alerts(), Stream.of(new Alert(this, OVER)));
    }

    /** What is to be said of it now: nothing while there is time. */
    Optional<Finding> finding(Instant now) {
        if (!now.isBefore(until)) {
            return cited(expired(), now);
        }
        long days = daysLeft(now);
        return days > ALERTS.get(0) ? Optional.empty() : cited(expiring(Math.toIntExact(days)), now);
    }

    /** After today, in China: none on the last day, and then fewer. */
    long daysLeft(Instant now) {
        return ChronoUnit.DAYS.between(day(now), lastDay());
    }

    private Optional<Finding> cited(Finding finding, Instant at) {
        Finding placed = finding.at(number == null ? label : label + " " + number);
        return Laws.cite(reckoned ? placed.as(Severity.WARNING) : placed, finding.id() + "/" + kind, at);
    }

    private Finding expired() {
        if (kind.equals("badge")) {
            return Finding.warning(
                    "BADGE_EXPIRED",
                    "“%s”的有效期到%s为止，已经过期，不应再显示。",
                    "%s was valid until %s and should not be shown any more.",
                    label,
                    lastDay());
        }
        return Finding.error(
                "LICENCE_EXPIRED", "%s的有效期到%s为止，已经过期。", "%s was valid until %s and has expired.", label, lastDay());
    }

    private Finding expiring(int days) {
        Sentence left = days == 0 ? Sentence.of("今天到期", "it ends today") : Sentence.of("还有%s天", "days left: %s", days);
        if (!kind.equals("news-licence")) {
            return Finding.warning(
                    "LICENCE_EXPIRING",
                    new Sentence(
                            "%s的有效期到%s为止，%s。".formatted(label, lastDay(), left.chinese()),
                            "%s is valid until %s; %s.".formatted(label, lastDay(), left.english())));
        }
        LocalDate renewal = lastDay().minusDays(RENEWAL);
        Sentence valid = new Sentence(
                "%s的有效期到%s为止，%s；需要继续从事的，应当于有效期届满三十日前（最迟%s）申请续办。".formatted(label, lastDay(), left.chinese(), renewal),
                "%s is valid until %s; %s. Whoever wants to go on applies thirty days before the end, by %s."
                        .formatted(label, lastDay(), left.english(), renewal));
        return (days >= RENEWAL ? Finding.warning("LICENCE_EXPIRING", valid) : Finding.error("LICENCE_EXPIRING", valid))
                .mendedBy("向省级互联网信息办公室申请续办。", "Apply to the province's internet information office.");
    }

    Sentence title(int days) {
        if (days < 0) {
            return Sentence.of("%s已经过期", "%s has ended", label);
        }
        return days == 0
                ? Sentence.of("%s今天到期", "%s ends today", label)
                : Sentence.of("%s还有%s天到期", "%s ends in %s days", label, days);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CHINA);
    }
}
