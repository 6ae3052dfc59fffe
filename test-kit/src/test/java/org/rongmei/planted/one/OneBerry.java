// SPDX-License-Identifier: Apache-2.0
package org.rongmei.planted.one;

import org.rongmei.planted.two.TwoBerry;

/** Half of a cycle between features. */
public class OneBerry {
    TwoBerry other;
}
