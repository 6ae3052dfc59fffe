// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.proof;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rongmei.kit.Sentence;

/** 2026年11月25日（星期二）: a date and the day that it is not. Without a year it is the nearest one. */
final class WeekdayRule implements ProofReader.Rule {

    private static final Pattern DATE =
            Pattern.compile("(?:(?<![0-9])([0-9]{4})年)?(?<![0-9])([0-9]{1,2})月([0-9]{1,2})[日号]"
                    + "(?:[（( ，,]{0,2}(?:星期|周|礼拜)([一二三四五六日天]))?");
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "一", DayOfWeek.MONDAY,
            "二", DayOfWeek.TUESDAY,
            "三", DayOfWeek.WEDNESDAY,
            "四", DayOfWeek.THURSDAY,
            "五", DayOfWeek.FRIDAY,
            "六", DayOfWeek.SATURDAY,
            "日", DayOfWeek.SUNDAY,
            "天", DayOfWeek.SUNDAY);
    private static final String NAMES = "一二三四五六日";

    @Override
    public void read(Passage passage, LocalDate today, Consumer<Hint> found) {
        Matcher date = DATE.matcher(passage.text());
        while (date.find()) {
            Optional<LocalDate> meant = meant(date, today);
            if (meant.isEmpty()) {
                found.accept(passage.hint(
                        "date", Hint.Severity.WARNING, date, Sentence.of("没有这一天。", "There is no such day.")));
            } else if (date.group(4) != null && meant.get().getDayOfWeek() != DAYS.get(date.group(4))) {
                int day = meant.get().getDayOfWeek().getValue();
                found.accept(passage.hint(
                        "weekday",
                        Hint.Severity.WARNING,
                        date,
                        Sentence.of(
                                "%s是星期%s。", "%s is day %s of the week.", meant.get(), NAMES.substring(day - 1, day))));
            }
        }
    }

    private static Optional<LocalDate> meant(Matcher date, LocalDate today) {
        int month = Integer.parseInt(date.group(2));
        int day = Integer.parseInt(date.group(3));
        if (date.group(1) != null) {
            return date(Integer.parseInt(date.group(1)), month, day).stream().findFirst();
        }
        return Stream.of(today.getYear(), today.getYear() - 1, today.getYear() + 1)
                .flatMap(year -> date(year, month, day).stream())
                .min((one, other) -> Long.compare(distance(one, today), distance(other, today)));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }
}
