// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.DateStart;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.register.Register;

/**
 * What ends, as a calendar (RFC 5545, RFC 7986) to subscribe to: a whole day for each alert, because calendars leave out
 * the alarms of what they subscribe to. All days are China's.
 */
final class ComplianceCalendar {

    private static final Duration EVERY_DAY = Duration.builder().days(1).build();
    private static final Duration NINE_O_CLOCK = Duration.builder().hours(9).build();

    /** Of characters; a line should have 75 bytes at most (RFC 5545, 3.1), and a Chinese character takes three. */
    private static final int LINE = 25;

    private ComplianceCalendar() {}

    static byte[] write(Register register, String address, Locale language) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Rongmei//compliance//ZH");
        calendar.setName(
                Sentence.of("%s：合规提醒", "%s: compliance", register.name()).in(language));
        calendar.setExperimentalProperty(
                "X-WR-CALNAME",
                Sentence.of("%s：合规提醒", "%s: compliance", register.name()).in(language));
        calendar.setRefreshInterval(EVERY_DAY);
        calendar.setUrl(address);
        // The same bytes as long as the register is the same.
        Instant stamp = Optional.ofNullable(register.recordedAt()).orElse(Instant.EPOCH);
        Expiry.in(register)
                .flatMap(Expiry::alerts)
                .flatMap(alert ->
                        alert.finding().map(finding -> event(register, alert, finding, stamp, language)).stream())
                .forEach(calendar::addEvent);
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(LINE);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("A calendar in memory could not be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(
            Register register, Expiry.Alert alert, Finding finding, Instant stamp, Locale language) {
        Expiry expiry = alert.of();
        String title = expiry.title(alert.days()).in(language);
        VEvent event = new VEvent();
        event.setUid(Notice.id(
                register.site(), expiry.kind(), expiry.label(), expiry.number(), expiry.until(), alert.days()));
        event.setDateTimeStamp(Date.from(stamp));
        event.setDateStart(new DateStart(wholeDay(alert.day())));
        event.setSummary(title);
        event.setDescription(Notice.text(finding.in(language)));
        event.setTransparency(true);
        event.addAlarm(VAlarm.display(new Trigger(NINE_O_CLOCK, Related.START), title));
        return event;
    }

    /** By its parts: a date in the library is one of the server's zone. */
    private static ICalDate wholeDay(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
