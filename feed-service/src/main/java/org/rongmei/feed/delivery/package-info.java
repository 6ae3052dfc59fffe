// SPDX-License-Identifier: Apache-2.0
/** What was delivered to which partner, and how often each of them asks. */
@NullMarked
package org.rongmei.feed.delivery;

import org.jspecify.annotations.NullMarked;
