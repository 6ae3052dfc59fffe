// SPDX-License-Identifier: Apache-2.0
/** An existing footer read into the fields of a register. Nothing of it is kept. */
@NullMarked
package org.rongmei.siteinfo.reading;

import org.jspecify.annotations.NullMarked;
