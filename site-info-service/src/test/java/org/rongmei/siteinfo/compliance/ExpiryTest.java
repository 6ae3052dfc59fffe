// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.register.Register;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ExpiryTest {

    /** Midnight of 2027-02-01 in China: the last day is the 31st of January. */
    private static final Instant END = Instant.parse("2027-01-31T16:00:00Z");

    private static final String ADDRESS = "https://news.example/site-info/sites/zhucheng/compliance";

    @ParameterizedTest
    @CsvSource({
        "91, , ",
        "90, LICENCE_EXPIRING, warning",
        "60, LICENCE_EXPIRING, warning",
        "30, LICENCE_EXPIRING, warning",
        "29, LICENCE_EXPIRING, error",
        "7, LICENCE_EXPIRING, error",
        "1, LICENCE_EXPIRING, error",
        "0, LICENCE_EXPIRING, error",
        "-1, LICENCE_EXPIRED, error",
        "-400, LICENCE_EXPIRED, error",
    })
    void newsLicenceIsSpokenOfFromNinetyDaysBeforeItsEnd(int days, String id, String severity) {
        List<Finding> findings = expiring(END.minus(Duration.ofDays(days)).minus(Duration.ofHours(12)));

        if (id == null) {
            assertThat(findings).isEmpty();
            return;
        }
        Finding finding = findings.get(0);
        assertThat(findings).hasSize(1);
        assertThat(finding.id()).isEqualTo(id);
        assertThat(finding.severity()).hasToString(severity);
        assertThat(finding.message().chinese()).contains("2027-01-31");
        assertThat(finding.law()).isEqualTo(new Finding.Law("互联网新闻信息服务管理规定", null));
        if (days > 0) {
            assertThat(finding.message().chinese()).contains("还有" + days + "天", "最迟2027-01-01");
        } else if (days < 0) {
            assertThat(finding.penalty()).isNotNull();
        }
    }

    @Test
    void licenceWithoutAnEndIsReckonedFromItsBeginning() {
        Register reckoned = register(
                "[{'kind': 'news-licence', 'number': '37120210001'," + " 'validFrom': '2024-01-31T16:00:00Z'}]", "[]");
        Register unknown = register("[{'kind': 'news-licence', 'number': '37120210001'}]", "[]");

        assertThat(found(reckoned, END.minus(Duration.ofDays(20))))
                .extracting(finding -> finding.id() + " " + finding.severity())
                .containsExactly("NEWS_LICENCE_VALIDITY_MISSING warning", "LICENCE_EXPIRING warning");
        assertThat(found(reckoned, END))
                .extracting(finding -> finding.id() + " " + finding.severity())
                .containsExactly("NEWS_LICENCE_VALIDITY_MISSING warning", "LICENCE_EXPIRED warning");
        assertThat(found(unknown, END)).extracting(Finding::id).containsExactly("NEWS_LICENCE_VALIDITY_MISSING");
        assertThat(found(unknown, END).get(0).law()).isEqualTo(new Finding.Law("互联网新闻信息服务管理规定", null));
    }

    private static List<Finding> found(Register register, Instant now) {
        return RegisterCheck.of(register, now).stream()
                .filter(finding -> finding.id().matches("LICENCE_.*|NEWS_LICENCE_VALIDITY_MISSING"))
                .toList();
    }

    /** Five before the end, and one behind it: who subscribes hears of it, too. */
    @Test
    void endIsNewsAsWell() {
        List<Notice> notices = Expiry.in(
                        register(licence("37120210001", END), "[{'text': '检测', 'validTo': '" + END + "'}]"))
                .flatMap(Expiry::news)
                .flatMap(alert -> Notice.of("zhucheng", alert, Locale.CHINA).stream())
                .filter(notice -> notice.at().equals(END))
                .toList();

        assertThat(notices).extracting(Notice::title).containsExactly("互联网新闻信息服务许可证已经过期", "检测已经过期");
        assertThat(notices.get(0).text()).contains("已经过期", "第二十二条");
    }

    @Test
    void daysAreThoseOfChina() {
        Instant ninetieth = Instant.parse("2026-11-01T16:00:00Z");

        assertThat(expiring(ninetieth.minusSeconds(1))).isEmpty();
        assertThat(expiring(ninetieth).get(0).message().chinese()).contains("还有90天");
        assertThat(expiring(END.minusSeconds(1)).get(0).message().chinese()).contains("今天到期");
        assertThat(expiring(END).get(0).id()).isEqualTo("LICENCE_EXPIRED");
    }

    @Test
    void badgeThatIsOverIsFound() {
        Register register = register("[]", "[{'text': '网站安全检测', 'validTo': '2026-01-01T00:00:00Z'}, {'text': '无期'}]");

        assertThat(RegisterCheck.of(register, END))
                .filteredOn(finding -> finding.id().equals("BADGE_EXPIRED"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.excerpt()).isEqualTo("网站安全检测"));
    }

    /** Read by another library than the one that wrote it. */
    @Test
    void calendarHasADayForEachAlert() throws Exception {
        byte[] written = calendar();

        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(written));
        calendar.validate();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events)
                .extracting(event -> event.getRequiredProperty(Property.DTSTART).getValue())
                .containsExactly("20261102", "20261202", "20270101", "20270124", "20270131");
        assertThat(events)
                .extracting(event -> event.getSummary().getValue())
                .allSatisfy(title -> assertThat(title).startsWith("互联网新闻信息服务许可证"));
        assertThat(events)
                .extracting(event -> event.getUid().orElseThrow().getValue())
                .doesNotHaveDuplicates();
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getAlarms()).hasSize(1);
            assertThat(event.getDescription().getValue()).contains("《互联网新闻信息服务管理规定》", "37120210001");
        });
        assertThat(calendar.getRequiredProperty("REFRESH-INTERVAL").getValue()).isEqualTo("P1D");
        assertThat(new String(written, StandardCharsets.UTF_8).split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void calendarIsTheSameInEveryZone() {
        TimeZone here = TimeZone.getDefault();
        byte[] one = calendar();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(calendar()).isEqualTo(one);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void feedTellsEachAlertOnceAndEscapesWhatItTells() throws Exception {
        Register register = register(licence("<甲>&", END), "[]");
        List<Notice> notices = Expiry.in(register)
                .flatMap(Expiry::alerts)
                .flatMap(alert -> Notice.of("zhucheng", alert, Locale.CHINA).stream())
                .toList();

        Document feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ComplianceRss.write(register, ADDRESS, notices, Locale.CHINA)));

        assertThat(texts(feed, "guid")).hasSize(5).doesNotHaveDuplicates().allMatch(id -> id.startsWith("urn:uuid:"));
        assertThat(texts(feed, "pubDate"))
                .containsExactly(
                        "Mon, 02 Nov 2026 00:00:00 +0800",
                        "Wed, 02 Dec 2026 00:00:00 +0800",
                        "Fri, 01 Jan 2027 00:00:00 +0800",
                        "Sun, 24 Jan 2027 00:00:00 +0800",
                        "Sun, 31 Jan 2027 00:00:00 +0800");
        assertThat(texts(feed, "description").get(1)).contains("&lt;甲&gt;&amp;").contains("<br>");
    }

    private static List<String> texts(Document feed, String element) {
        NodeList nodes = feed.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent())
                .toList();
    }

    private static byte[] calendar() {
        return ComplianceCalendar.write(register(licence("37120210001", END), "[]"), ADDRESS, Locale.CHINA);
    }

    private static List<Finding> expiring(Instant now) {
        return found(register(licence("37120210001", END), "[]"), now);
    }

    private static String licence(String number, Instant end) {
        return "[{'kind': 'news-licence', 'number': '%s', 'validTo': '%s'}]".formatted(number, end);
    }

    private static Register register(String identifiers, String badges) {
        String json =
                "{'site': 'zhucheng', 'name': '诸城新闻网', 'identifiers': %s, 'badges': %s}".formatted(identifiers, badges);
        return JsonbBuilder.create().fromJson(new StringReader(json.replace('\'', '"')), Register.class);
    }
}
