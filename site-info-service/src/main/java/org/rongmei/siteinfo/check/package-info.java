// SPDX-License-Identifier: Apache-2.0
/** Whether a page shows what the rules want it to show: pages are looked at, and nothing of them is kept. */
@NullMarked
package org.rongmei.siteinfo.check;

import org.jspecify.annotations.NullMarked;
