// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.rongmei.kit.Conditional;

/** The findings in one form and one language, as they are sent. */
record ComplianceDocument(String type, Locale language, byte[] bytes) {

    Response answer(HttpHeaders headers) {
        return Conditional.unlessKnown(headers, Conditional.etag(bytes), () -> bytes)
                .type(type)
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
