// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import java.util.Locale;

/** How much a finding weighs. What is only inferred, or remembered without a source, is never an error. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
