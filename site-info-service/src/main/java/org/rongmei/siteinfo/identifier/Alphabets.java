// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.Optional;
import java.util.function.Consumer;
import org.rongmei.siteinfo.Finding;

/** Whether a number begins with the right character for its province, of the two that some provinces have. */
final class Alphabets {

    private Alphabets() {}

    /** For 鲁ICP备…: 川 is no province there, 蜀 is. */
    static Optional<Province> filing(String id, String character, Consumer<Finding> found) {
        Optional<Province> right = Province.byFiling(character);
        Optional<Province> other = Province.byPolice(character);
        if (right.isEmpty() && other.isPresent()) {
            Province province = other.get();
            found.accept(wrongAlphabet(
                    id, province.filingSeen, character, province.filing, "ICP备案号", "an ICP filing number"));
        } else if (right.isEmpty()) {
            found.accept(unknown(id, character, "ICP备案号", "an ICP filing number"));
        }
        return right.or(() -> other);
    }

    /** For 鲁公网安备… and 鲁B2-…: 蜀 is no province there, 川 is. */
    static Optional<Province> police(
            String id, String character, String chinese, String english, Consumer<Finding> found) {
        Optional<Province> right = Province.byPolice(character);
        Optional<Province> other = Province.byFiling(character);
        if (right.isEmpty() && other.isPresent()) {
            Province province = other.get();
            // Only 川 was seen on real numbers of this kind; the others are known from memory.
            boolean seen = province == Province.SICHUAN;
            found.accept(wrongAlphabet(id, seen, character, province.police, chinese, english));
        } else if (right.isEmpty()) {
            found.accept(unknown(id, character, chinese, english));
        }
        return right.or(() -> other);
    }

    private static Finding wrongAlphabet(
            String id, boolean seen, String character, String right, String chinese, String english) {
        String inChinese = "%s的省份简称这里用“%s”，不用“%s”。";
        String inEnglish = "In %4$s this province is written %2$s, not %3$s.";
        Finding finding = seen
                ? Finding.error(id, inChinese, inEnglish, chinese, right, character, english)
                : Finding.warning(id, inChinese, inEnglish, chinese, right, character, english);
        return finding.at(character).mendedBy("把“%s”改为“%s”。", "Write %2$s instead of %1$s.", character, right);
    }

    private static Finding unknown(String id, String character, String chinese, String english) {
        return character.isEmpty()
                ? Finding.error(
                        id,
                        "%s以省份简称开头，这里没有。",
                        "There is no character of a province, with which %2$s begins.",
                        chinese,
                        english)
                : Finding.error(
                                id,
                                "%s以省份简称开头，“%s”不是其中之一。",
                                "The character %2$s is that of no province, with which %3$s begins.",
                                chinese,
                                character,
                                english)
                        .at(character);
    }
}
