// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.kit.Problem;

class SourceTableTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-25");

    @Test
    void tableIsReadAndWrittenAlike() {
        SourceTable table = SourceTable.parse("\ufeffName,aliases,hosts,validFrom,validTo,remark\r\n"
                + "\"新华,社\",新华网；XINHUA、新华,xinhua.example;News.Cn,2020-01-01,2026-11-25,甲\r\n\r\n澜川日报,,,,\r\n");

        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).aliases()).containsExactly("新华网", "XINHUA", "新华");
        assertThat(table.rows().get(0).hosts()).containsExactly("xinhua.example", "news.cn");
        assertThat(SourceTable.parse(table.toCsv())).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource({
        "甲报, , true",
        "甲 报, , true",
        "ＪＩＡ, , true",
        "甲, , false",
        "乙报, , false",
        "丙报, , false",
        "别的, a.example, true",
        "别的, www.A.example, true",
        "别的, nota.example, false",
        "别的, b.example, false",
    })
    void sourceIsOnTheListByNameAliasOrHost(String name, String host, boolean listed) {
        SourceTable table =
                SourceTable.parse("name,aliases,hosts,validFrom,validTo\n甲报,jia,a.example,2026-11-25,2026-11-25\n"
                        + "乙报,,b.example,2026-11-26,\n丙报,,,,2026-11-24\n");

        assertThat(table.has(name, host, DAY)).isEqualTo(listed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "甲报,,",
                "name,hosts\n甲报,a.example",
                "name,aliases,hosts\n,,a.example",
                "name,aliases,hosts,validFrom\n甲报,,,tomorrow",
                "name,aliases,hosts\n\"甲报,,",
                "name,aliases,hosts\n甲\u0001报,,",
            })
    void whatIsNoListIsRefused(String csv) {
        assertThatThrownBy(() -> SourceTable.parse(csv))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isIn(400, 422));
    }

    @Test
    void refusalNamesLineAndColumn() {
        assertThatThrownBy(() -> SourceTable.parse("name,aliases,hosts,validFrom\n甲报,,,\n乙报,,,2026-13-01"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.view(Locale.CHINA, "").errors())
                                .extracting(Problem.FieldError::field)
                                .containsExactly("rows[1].validFrom"));
    }
}
