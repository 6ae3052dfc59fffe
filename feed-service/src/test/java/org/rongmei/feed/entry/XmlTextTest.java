// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTextTest {

    @Test
    void whatXmlCannotCarryIsTakenOut() {
        String half = "𠅤".substring(0, 1);

        assertThat(XmlText.legal("一\b二\u0000三\ufffe四" + half + "五\u001f六")).isEqualTo("一二三四五六");
    }

    @Test
    void whatXmlCanCarryStays() {
        String text = "<b>“秋收”</b> & ]]>\t\r\n𠅤😀\u00a0\ufffd";

        assertThat(XmlText.legal(text)).isSameAs(text);
    }

    @Test
    void nothingIsNull() {
        assertThat(XmlText.legalOrNull(null)).isNull();
        assertThat(XmlText.legalOrNull(" 　")).isNull();
        assertThat(XmlText.legalOrNull("一\b")).isEqualTo("一");
    }
}
