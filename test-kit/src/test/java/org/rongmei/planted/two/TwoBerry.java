// SPDX-License-Identifier: Apache-2.0
package org.rongmei.planted.two;

import org.rongmei.planted.one.OneBerry;

/** The other half. */
public class TwoBerry {
    OneBerry other;
}
