// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A province by the characters that stand for it. There are two alphabets: the ministry's filings say 蜀 where the police
 * and telecom licences say 川. Hong Kong, Macao and Taiwan have no such filings.
 */
enum Province {
    BEIJING("京", "11", "10"),
    TIANJIN("津", "12", "30"),
    HEBEI("冀", "13", "05 06 07"),
    SHANXI("晋", "14", "03 04"),
    INNER_MONGOLIA("蒙", "15", "01 02 13 16"),
    LIAONING("辽", "21", "11 12"),
    JILIN("吉", "22", "13"),
    HEILONGJIANG("黑", "23", "15 16"),
    SHANGHAI("沪", "31", "20"),
    JIANGSU("苏", "32", "21 22"),
    ZHEJIANG("浙", "33", "31 32"),
    ANHUI("皖", "34", "23 24"),
    FUJIAN("闽", "35", "35 36"),
    JIANGXI("赣", "36", "33 34"),
    SHANDONG("鲁", "37", "25 26 27"),
    HENAN("豫", "41", "45 46 47"),
    HUBEI("鄂", "42", "43 44"),
    HUNAN("湘", "43", "41 42"),
    GUANGDONG("粤", "44", "51 52"),
    GUANGXI("桂", "45", "53 54"),
    HAINAN("琼", "46", "57"),
    CHONGQING("渝", "50", "40"),
    SICHUAN("蜀", "川", true, "51", "61 62 63 64"),
    GUIZHOU("黔", "贵", true, "52", "55 56"),
    YUNNAN("滇", "云", false, "53", "65 66 67"),
    TIBET("藏", "54", "85 86"),
    SHAANXI("陕", "61", "71 72"),
    GANSU("陇", "甘", false, "62", "73 74"),
    QINGHAI("青", "63", "81"),
    NINGXIA("宁", "64", "75"),
    XINJIANG("新", "65", "83 84");

    /** Every character of both alphabets. */
    static final String CHARACTERS = Arrays.stream(values())
            .flatMap(province -> Stream.of(province.filing, province.police))
            .distinct()
            .collect(Collectors.joining());

    /** As in 鲁ICP备. */
    final String filing;
    /** As in 鲁公网安备, and in 鲁B2-. */
    final String police;
    /** Whether a real filing with this character was seen. Otherwise it is known from memory only. */
    final boolean filingSeen;
    /** The first two digits of its divisions in GB/T 2260. */
    final String division;
    /** The first two digits of its postcodes. From memory: good for a warning, not for a refusal. */
    final List<String> postalZones;

    Province(String character, String division, String postalZones) {
        this(character, character, true, division, postalZones);
    }

    Province(String filing, String police, boolean filingSeen, String division, String postalZones) {
        this.filing = filing;
        this.police = police;
        this.filingSeen = filingSeen;
        this.division = division;
        this.postalZones = List.of(postalZones.split(" "));
    }

    static Optional<Province> byFiling(String character) {
        return Arrays.stream(values())
                .filter(province -> province.filing.equals(character))
                .findFirst();
    }

    static Optional<Province> byPolice(String character) {
        return Arrays.stream(values())
                .filter(province -> province.police.equals(character))
                .findFirst();
    }

    static Optional<Province> byEither(String character) {
        return byFiling(character).or(() -> byPolice(character));
    }

    /** @param code a division of GB/T 2260, or anything that begins with one */
    static Optional<Province> ofDivision(String code) {
        return Arrays.stream(values())
                .filter(province -> code.startsWith(province.division))
                .findFirst();
    }

    static boolean isPostalZone(String zone) {
        return Arrays.stream(values()).anyMatch(province -> province.postalZones.contains(zone));
    }
}
