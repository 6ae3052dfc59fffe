/** The HTTP manners every service shares: problems, conditional requests, cursors, idempotency, clock. */
@NullMarked
package org.rongmei.kit;

import org.jspecify.annotations.NullMarked;
