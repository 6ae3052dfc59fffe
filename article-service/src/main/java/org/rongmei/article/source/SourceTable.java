// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.kit.Text;

/**
 * Who may be reprinted, and when: 互联网新闻信息稿源单位名单 as CSV (RFC 4180) with the columns name, aliases, hosts, validFrom
 * and validTo. Aliases and hosts are divided by semicolons; days are those of China, both included, and may be absent.
 */
public record SourceTable(List<Row> rows) {

    static final List<String> COLUMNS = List.of("name", "aliases", "hosts", "validFrom", "validTo");

    private static final int MOST_ROWS = 20_000;
    private static final int LONGEST = 200;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /** One source. */
    public record Row(
            String name,
            List<String> aliases,
            List<String> hosts,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean isInForce(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }

        boolean isNamed(String wanted) {
            return folded(name).equals(wanted)
                    || aliases.stream().anyMatch(alias -> folded(alias).equals(wanted));
        }

        /** Its own host, or one under it. */
        boolean answersFor(String host) {
            return hosts.stream().anyMatch(own -> host.equals(own) || host.endsWith("." + own));
        }
    }

    /** @throws Problem 422 that names line and column, or the column that is missing; 400 for what is no CSV */
    static SourceTable parse(String csv) {
        String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            for (String column : List.of("name", "aliases", "hosts")) {
                if (parser.getHeaderNames().stream().noneMatch(column::equalsIgnoreCase)) {
                    throw Problem.unprocessable(
                            column,
                            Sentence.of(
                                    "第一行应当是列名：%s。",
                                    "The first line names the columns: %s.", String.join(",", COLUMNS)));
                }
            }
            List<Row> rows = new ArrayList<>();
            for (CSVRecord line : parser) {
                rows.add(row(line));
                if (rows.size() > MOST_ROWS) {
                    throw Problem.unprocessable(
                            "rows", Sentence.of("最多 %s 行。", "It takes %s rows at the most.", MOST_ROWS));
                }
            }
            return new SourceTable(rows);
        } catch (IllegalArgumentException | IOException | UncheckedIOException e) {
            throw Problem.badRequest("csv", Sentence.of("这不是 CSV（RFC 4180）。", "This is no CSV (RFC 4180)."));
        }
    }

    private static Row row(CSVRecord line) {
        String field = "rows[" + (line.getRecordNumber() - 1) + "].";
        String name = cell(line, "name", field);
        if (name.isEmpty()) {
            throw Problem.unprocessable(field + "name", Sentence.of("来源要有名称。", "A source has a name."));
        }
        return new Row(
                name,
                list(cell(line, "aliases", field)),
                list(cell(line, "hosts", field)).stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .toList(),
                day(line, "validFrom", field),
                day(line, "validTo", field));
    }

    private static String cell(CSVRecord line, String column, String field) {
        String text = line.isSet(column) ? line.get(column).strip() : "";
        if (text.length() > (column.equals("name") ? LONGEST : 20 * LONGEST) || !Text.Rule.isXml(text)) {
            throw Problem.unprocessable(
                    field + column,
                    Sentence.of("太长，或有不能使用的字符。", "It is too long, or has characters that cannot be used."));
        }
        return text;
    }

    private static @Nullable LocalDate day(CSVRecord line, String column, String field) {
        String text = cell(line, column, field);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.unprocessable(
                    field + column, Sentence.of("日期写作 2026-01-31。", "A day is written 2026-01-31."));
        }
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("[;；、|]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** By its name or another, or by its host. */
    public boolean has(String name, @Nullable String host, LocalDate day) {
        String wanted = folded(name);
        return rows.stream()
                .filter(row -> row.isInForce(day))
                .anyMatch(
                        row -> row.isNamed(wanted) || (host != null && row.answersFor(host.toLowerCase(Locale.ROOT))));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    String toCsv() {
        StringBuilder csv = new StringBuilder();
        try {
            CSVFormat.RFC4180.printRecord(csv, COLUMNS.toArray());
            for (Row row : rows) {
                CSVFormat.RFC4180.printRecord(
                        csv,
                        row.name(),
                        String.join(";", row.aliases()),
                        String.join(";", row.hosts()),
                        row.validFrom(),
                        row.validTo());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return csv.toString();
    }
}
