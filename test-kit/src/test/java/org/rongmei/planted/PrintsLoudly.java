// SPDX-License-Identifier: Apache-2.0
package org.rongmei.planted;

class PrintsLoudly {
    void print() {
        System.out.println("planted");
    }
}
