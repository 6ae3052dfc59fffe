// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

/** A stretch of a footer's text. */
record Span(int start, int end) {

    boolean isEmpty() {
        return end <= start;
    }
}
