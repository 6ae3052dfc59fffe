// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of organisations, one or several, from the beginning of a stretch on. */
final class Names {

    private static final int LONGEST = 80;
    private static final int SHORTEST = 4;
    private static final String LAST = "部委局心社台司团院会办室所厅站网报港府处馆校署盟道库厂屏端";
    private static final List<String> LAST_WORDS = List.of(
            "科技", "传媒", "网络", "软件", "信息", "在线", "集团", "公社", "频道", "工作室", "编辑组", "平台", "云", "大学", "文化", "律师事务所", "(集团)");
    /** Where a name is over although no blank says so. */
    private static final Pattern TAIL = Pattern.compile(
            "未经|版权|保留|ALL ?RIGHT|COPYRIGHT|©|违者|翻版|请勿|不得|严禁|禁止|浏览|建议|转载|侵权|盗版|仅供|如有|欢迎|本站|本网站|凡本|授权|所有(?!限)|最佳");

    private Names() {}

    /** What is surely the name of an organisation: long enough, and with the last word of one. */
    static boolean isName(String folded) {
        String name = folded.replace(" ", "");
        if (name.endsWith(")") && name.indexOf('(') > 2) {
            name = name.substring(0, name.indexOf('('));
        }
        return name.length() >= SHORTEST
                && name.length() <= LONGEST
                && !TAIL.matcher(name).find()
                && name.codePoints().anyMatch(Character::isIdeographic)
                && endsLikeName(name);
    }

    private static boolean endsLikeName(String name) {
        return LAST.indexOf(name.charAt(name.length() - 1)) >= 0
                || LAST_WORDS.stream().anyMatch(name::endsWith);
    }

    static boolean opensWithName(Sheet sheet, int from) {
        List<Span> names = in(sheet, new Span(from, sheet.lineEnd(from)), false);
        return !names.isEmpty()
                && isName(sheet.folded()
                        .substring(names.get(0).start(), names.get(0).end()));
    }

    /**
     * @param several whether more than one may stand here; they are divided by 、 or by blanks, and the later ones have to
     *     look like names
     */
    static List<Span> in(Sheet sheet, Span stretch, boolean several) {
        String folded = sheet.folded();
        int from = sheet.skipBlanks(stretch.start(), stretch.end());
        int end = Math.min(sheet.chunkEnd(from, stretch.end()), from + 4 * LONGEST);
        Matcher tail = TAIL.matcher(folded).region(from, end);
        if (tail.find()) {
            end = tail.start();
        }
        List<Span> names = new ArrayList<>();
        int at = from;
        while (at < end && (names.isEmpty() || several)) {
            int stop = dividerOutsideBrackets(folded, at, end);
            List<Span> words = words(sheet, at, stop);
            for (Span name : joined(folded, words, several)) {
                if (!names.isEmpty() && !isWorthAnEntry(folded, name)) {
                    return names;
                }
                names.add(name);
                if (!several) {
                    return names;
                }
            }
            int last = words.isEmpty() ? at : words.get(words.size() - 1).end();
            if (names.isEmpty() || names.get(names.size() - 1).end() < last) {
                return names; // something follows that is no name
            }
            at = stop + 1;
        }
        return names;
    }

    private static boolean isWorthAnEntry(String folded, Span name) {
        String text = folded.substring(name.start(), name.end());
        return isName(text) || (text.length() >= 3 && endsLikeName(text));
    }

    private static int dividerOutsideBrackets(String folded, int from, int end) {
        int depth = 0;
        for (int at = from; at < end; at++) {
            char character = folded.charAt(at);
            if (character == '(') {
                depth++;
            } else if (character == ')') {
                depth--;
            } else if (depth <= 0 && "、,/".indexOf(character) >= 0) {
                boolean english = character == ',' && at + 1 < end && folded.startsWith(" LTD", at + 1);
                if (!english) {
                    return at;
                }
            }
        }
        return end;
    }

    private static List<Span> words(Sheet sheet, int from, int to) {
        List<Span> words = new ArrayList<>();
        int at = sheet.skipBlanks(from, to);
        while (at < to) {
            int blank = sheet.folded().indexOf(' ', at);
            int end = blank < 0 || blank > to ? to : blank;
            words.add(new Span(at, end));
            at = sheet.skipBlanks(end, to);
        }
        return words;
    }

    /** Words that a blank divides are one name or several: 诸 城 市 is one, and so is 青岚县 融媒体中心. */
    private static List<Span> joined(String folded, List<Span> words, boolean several) {
        List<Span> names = new ArrayList<>();
        @Nullable Span current = null;
        for (Span word : words) {
            if (current == null) {
                current = word;
                continue;
            }
            String before = folded.substring(current.start(), current.end());
            String next = folded.substring(word.start(), word.end());
            boolean spaced = before.replace(" ", "").length() * 2 <= before.length() + 1 || before.length() == 1;
            if ((spaced && next.length() == 1) || belongs(before, next)) {
                current = new Span(current.start(), word.end());
            } else if (several && isName(before) && isName(next)) {
                names.add(current);
                current = word;
            } else {
                break;
            }
        }
        if (current != null) {
            names.add(current);
        }
        return names;
    }

    private static boolean belongs(String before, String next) {
        if (isLatin(before) && isLatin(next)) {
            return true;
        }
        if (next.isEmpty() || !Character.isIdeographic(next.codePointAt(0)) || !endsLikeName(next)) {
            return false;
        }
        return isName(before) ? next.length() < SHORTEST : true;
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(character -> character < 128)
                && text.chars().anyMatch(Character::isLetter);
    }
}
