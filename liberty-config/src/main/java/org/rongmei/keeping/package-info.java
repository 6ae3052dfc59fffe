// SPDX-License-Identifier: Apache-2.0
/** Keeps a newsroom safe: backups while it works, putting one back, and the move to PostgreSQL. */
@NullMarked
package org.rongmei.keeping;

import org.jspecify.annotations.NullMarked;
