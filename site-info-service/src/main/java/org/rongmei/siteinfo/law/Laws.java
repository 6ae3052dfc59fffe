// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.Finding;

/**
 * The laws that findings are about, each version with the time in which it is in force: 网络安全法 counts its articles anew
 * since 2026-01-01. The table is {@code law/laws.txt}.
 */
public final class Laws {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<Version> VERSIONS = read();

    /** One version of a law, for the findings that it is about. */
    record Version(
            List<String> findings,
            Finding.Law law,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Sentence penalty) {

        static Version of(String line) {
            String[] cells = line.split("\\|", -1);
            if (cells.length != 7) {
                throw new IllegalStateException("laws.txt wants seven cells: " + line);
            }
            String[] cell = Stream.of(cells).map(String::strip).toArray(String[]::new);
            return new Version(
                    List.of(cell[0].split(" ")),
                    new Finding.Law(cell[1], cell[2].isEmpty() ? null : cell[2]),
                    LocalDate.parse(cell[3]),
                    cell[4].isEmpty() ? null : LocalDate.parse(cell[4]),
                    cell[5].isEmpty() ? null : new Sentence(cell[5], cell[6]));
        }

        boolean isInForce(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    private Laws() {}

    /**
     * The finding with its law, article and penalty as they were at a moment. Empty when its law was not in force then:
     * nobody broke it.
     */
    public static Optional<Finding> cite(Finding finding, Instant at) {
        return cite(finding, finding.id(), at);
    }

    /** @param rule when a finding is under another law for one kind of thing: {@code LICENCE_EXPIRED/news-licence} */
    public static Optional<Finding> cite(Finding finding, String rule, Instant at) {
        List<Version> versions = VERSIONS.stream()
                .filter(version -> version.findings().contains(rule))
                .toList();
        if (versions.isEmpty()) {
            return Optional.of(finding);
        }
        LocalDate day = LocalDate.ofInstant(at, CHINA);
        return versions.stream()
                .filter(version -> version.isInForce(day))
                .findFirst()
                .map(version -> finding.under(version.law(), version.penalty()));
    }

    static List<Version> versions() {
        return VERSIONS;
    }

    private static List<Version> read() {
        try (@Nullable InputStream file = Laws.class.getResourceAsStream("/law/laws.txt")) {
            if (file == null) {
                throw new IllegalStateException("laws.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Version::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("laws.txt cannot be read", e);
        }
    }
}
