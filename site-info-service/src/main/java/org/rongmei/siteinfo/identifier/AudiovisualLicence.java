// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;

/**
 * 信息网络传播视听节目许可证, 7 digits: a region in the broadcasters' own order, a year, a serial. Inferred from real
 * numbers, one of which has nine digits: what looks otherwise is unrecognised, not wrong.
 * 互联网视听节目服务管理规定 (第56号令).
 */
final class AudiovisualLicence {

    private static final Pattern NUMBER = Pattern.compile("(?:0[1-9]|[12][0-9]|3[0-2])[0-9]{5}号?");

    private AudiovisualLicence() {}

    static @Nullable String judge(String text, Consumer<Finding> found) {
        if (!NUMBER.matcher(text).matches()) {
            found.accept(Finding.warning(
                            "AV_LICENCE_UNRECOGNISED",
                            "视听节目许可证号通常是7位数字（地区两位、年份两位、序号三位），这个号码不同。",
                            "An audiovisual licence number usually has 7 digits (region, year, serial); this one differs.")
                    .at(text));
        }
        return text;
    }
}
