// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongmei.siteinfo.identifier.IdentifierKind;
import org.rongmei.siteinfo.identifier.Sighting;

/** Numbers that are known by their shape: ICP filings, telecom licences, police filings. */
final class Filings {

    private static final String PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀川黔贵滇云藏陕陇甘青宁新";

    /** 公安备案号:37078202000123 is seen with its label. */
    private static final Pattern LABEL = Pattern.compile("(?:公安(?:机关|联网)?+备案(?:编?号)?+|备案(?:序|编)?+号) ?+:? ?+(?=[0-9])");

    private Filings() {}

    /** The sighting takes any character for that of a province; the last one of a name before the number is none. */
    static int start(String folded, Sighting sighting) {
        int start = sighting.start();
        char first = folded.charAt(start);
        boolean glued = start > 0 && Character.isLetterOrDigit(folded.charAt(start - 1));
        boolean number = PROVINCES.indexOf(first) >= 0
                || !Character.isIdeographic(first)
                || !sighting.text().matches(".{1,2}(?:ICP|公网|[AB][12]).{0,200}");
        return glued && !number ? start + 1 : start;
    }

    static Field field(Sighting sighting) {
        return Field.find(sighting.kindBySerial().toString()).orElse(Field.OTHER);
    }

    /** The number in a mark, without the label that it may begin with. */
    static Span number(String folded, Mark mark) {
        int at = mark.start();
        for (Sighting sighting : Sighting.in(folded.substring(mark.start(), mark.value()))) {
            at = mark.start() + start(folded.substring(mark.start(), mark.value()), sighting);
        }
        Matcher label = LABEL.matcher(folded).region(at, mark.value());
        return new Span(label.lookingAt() ? label.end() : at, mark.value());
    }

    /** As a register stores it; what is no such number stays as it is written. */
    static String normal(Field field, String written) {
        String plain = written.strip();
        return IdentifierKind.find(field.toString())
                .map(kind -> kind.judge(plain).normalized())
                .orElse(plain);
    }
}
