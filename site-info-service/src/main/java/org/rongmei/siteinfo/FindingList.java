// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import java.util.List;
import java.util.Locale;

/** What was found, on the wire. */
public record FindingList(List<Finding.View> findings) {

    public static FindingList of(List<Finding> findings, Locale language) {
        return new FindingList(
                findings.stream().map(finding -> finding.in(language)).toList());
    }
}
