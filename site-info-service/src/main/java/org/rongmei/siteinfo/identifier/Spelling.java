// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One spelling for what people paste: the same number comes with other widths, spaces, dashes and labels. */
final class Spelling {

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212\\u2E3A\\u30FC]");
    /** 京公网安备:1101… has its colon inside the number, not behind a label. */
    private static final Pattern INNER_COLON = Pattern.compile("(?<=网安备):(?=\\d)");

    private static final Pattern LABEL_WITH_COLON = Pattern.compile("^(?:[^:]{0,40}+:)++");
    /**
     * Possessive throughout: whatever is sent, each character is looked at once. A label counts only where a number
     * begins behind it.
     */
    private static final Pattern LABEL = Pattern.compile("^(?:工信部|工业和信息化部|网站|APP|小程序|ICP(?!备[^案]|证)|\\(互联网信息服务\\)"
            + "|公安机关|公安|联网|互联网|新闻信息服务|信息网络传播|视听节目|增值电信业务|经营|服务|许可证|统一社会信用代码|邮政编码|邮编"
            + "|备案|编号|证号|号码|号)++(?=[" + Province.CHARACTERS + "0-9AB])");

    private Spelling() {}

    /** Unicode NFKC, without white space and invisible characters, with plain dashes, without a label in front. */
    static String normal(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC);
        text = UNSEEN.matcher(text).replaceAll("");
        text = DASH.matcher(text).replaceAll("-").toUpperCase(Locale.ROOT);
        text = INNER_COLON.matcher(text).replaceAll("");
        text = LABEL_WITH_COLON.matcher(text).replaceFirst("");
        return LABEL.matcher(text).replaceFirst("");
    }
}
