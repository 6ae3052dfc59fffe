// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.regex.Pattern;

/** Whether a word that could be a label is one although no colon follows it. */
final class Standing {

    private static final int SHORT_LICENCE = 6;
    private static final int AHEAD = 60;
    private static final Pattern NUMBER = Pattern.compile(" {0,2}[+(]?[0-9]");
    private static final Pattern E_MAIL = Pattern.compile(" {0,2}[A-Z0-9._-]{1,64}+ ?@");
    private static final Pattern WEB = Pattern.compile(" {0,2}(?:HTTPS?://|WWW\\.)");
    private static final Pattern PLACE = Pattern.compile(" {0,2}\\p{IsHan}[^ \n|:。;]{2,60}");

    private Standing() {}

    static boolean isLabel(Sheet sheet, LabelTree.Found label, boolean opensWord) {
        String folded = sheet.folded();
        // A licence's name is long enough to be nothing else, wherever it stands.
        if (label.field().form == Field.Form.LICENCE) {
            return opensWord || label.end() - label.start() > SHORT_LICENCE;
        }
        if (!opensWord) {
            return false;
        }
        return switch (label.field().form) {
            case PHONE, POSTCODE -> begins(NUMBER, folded, label.end());
            case NUMBER ->
                label.end() - label.start() > 2
                        && LicenceNumber.in(
                                        sheet,
                                        new Span(
                                                label.end(), Math.min(sheet.lineEnd(label.end()), label.end() + AHEAD)),
                                        false)
                                .isPresent();
            case EMAIL -> begins(E_MAIL, folded, label.end());
            case URL -> begins(WEB, folded, label.end());
            case ADDRESS -> begins(PLACE, folded, label.end()) && Places.isPlace(sheet, label.end());
            case ORGANISATION -> opensName(sheet, label);
            default -> false;
        };
    }

    private static boolean begins(Pattern pattern, String folded, int at) {
        return pattern.matcher(folded)
                .region(at, Math.min(folded.length(), at + AHEAD))
                .lookingAt();
    }

    /** 主办单位 青岚县融媒体中心: a label, unless the line has its names before their roles. */
    private static boolean opensName(Sheet sheet, LabelTree.Found label) {
        String folded = sheet.folded();
        boolean apart = label.end() < folded.length() && folded.charAt(label.end()) == ' ';
        boolean full = "位所方".indexOf(folded.charAt(label.end() - 1)) >= 0;
        int from = sheet.skipBlanks(label.end(), sheet.lineEnd(label.end()));
        return (apart || full)
                && Names.opensWithName(sheet, from)
                && !Roles.standBehindNames(sheet, sheet.lineStart(label.start()));
    }
}
