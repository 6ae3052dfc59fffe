// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.List;
import java.util.regex.Pattern;

/** A postal address, from the beginning of a stretch on. */
final class Places {

    private static final int LONGEST = 160;
    private static final String ENDS = "号楼层室座厦院内旁侧处街路道巷区园村镇城场口里弄栋幢栅心面部社坊寨";
    private static final String PLACES = "省市县区州盟旗镇乡";
    private static final List<String> SIGNS =
            List.of("路", "街", "道", "号", "楼", "镇", "村", "区", "巷", "大厦", "中心", "广场", "园", "院", "市", "县");

    private static final Pattern SPACED = Pattern.compile(
            "(?<=[省市县区州盟旗镇乡]) (?=\\p{IsHan})|(?<=\\p{IsHan}) (?=[0-9号])|(?<=[0-9]) (?=\\p{IsHan})| (?=\\p{IsHan}(?: |$))|(?<=(?:^| )\\p{IsHan}) ");

    private Places() {}

    static boolean isPlace(Sheet sheet, int from) {
        Span place = in(sheet, new Span(from, sheet.lineEnd(from)));
        String text = sheet.folded().substring(place.start(), place.end());
        return SIGNS.stream().filter(text::contains).count() >= 2 || text.matches(".{2,60}[0-9] ?号.{0,40}");
    }

    static Span in(Sheet sheet, Span stretch) {
        int from = sheet.skipBlanks(stretch.start(), stretch.end());
        int limit = Math.min(sheet.chunkEnd(from, stretch.end()), from + LONGEST);
        String folded = sheet.folded();
        int end = wordEnd(folded, from, limit);
        while (end < limit) {
            int next = sheet.skipBlanks(end, limit);
            int stop = wordEnd(folded, next, limit);
            if (next >= limit || !belongs(folded.substring(from, end), folded.substring(next, stop))) {
                break;
            }
            end = stop;
        }
        while (end > from && ",、;-·.(".indexOf(folded.charAt(end - 1)) >= 0) {
            end = sheet.skipBlanksBack(end - 1, from);
        }
        return new Span(from, end);
    }

    /** 大道 66 号 is 大道66号; a blank between words of some length stays. */
    static String tidy(String written) {
        return SPACED.matcher(written).replaceAll("");
    }

    private static int wordEnd(String folded, int from, int limit) {
        int blank = folded.indexOf(' ', from);
        return blank < 0 || blank > limit ? limit : blank;
    }

    /** Whether a word behind a blank still is the address: 66 号, or 6楼 behind the name of a street. */
    private static boolean belongs(String before, String word) {
        if (before.chars().allMatch(character -> character < 128)) {
            return word.chars().allMatch(character -> character < 128); // No. 12, Xinhua Road
        }
        char first = word.charAt(0);
        char last = word.charAt(word.length() - 1);
        if (MarkFinder.isDigit(first) || first == '号' || first == '(' || word.length() == 1) {
            return !word.matches("[0-9]{6,}.{0,200}");
        }
        if (PLACES.indexOf(before.charAt(before.length() - 1)) >= 0) {
            return Character.isIdeographic(first);
        }
        return Character.isIdeographic(first)
                && (ENDS.indexOf(last) >= 0 && !Names.isName(word) || word.matches(".{0,40}[0-9]+[号楼层室座].{0,40}"));
    }
}
