// SPDX-License-Identifier: Apache-2.0
package org.rongmei.planted;

import org.rongmei.feed.planted.ForeignBerry;

class UsesForeignBerry {
    ForeignBerry foreign;
}
