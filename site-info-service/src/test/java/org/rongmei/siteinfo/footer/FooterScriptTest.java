// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FooterScriptTest {

    private final String script = new String(new FooterScript().body(), StandardCharsets.UTF_8);

    @Test
    void shieldIsTheSameInThePageAndInTheElement() {
        assertThat(script).contains("\"" + Icon.SHIELD + "\"").contains("\"" + Icon.PUBLIC_SECURITY + "\"");
    }

    @Test
    void sampleSaysTheSameInThePageAndInTheElement() {
        assertThat(script).contains("\"" + FooterRendering.SAMPLE + "\"");
    }

    /** A policy would refuse these, or let only those pages in that have a weak one. */
    @Test
    void nothingInItNeedsAWeakPolicy() {
        assertThat(script)
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(")
                .doesNotContain("\"style\"", ".style", "import(", "createElement(\"script\")");
    }
}
