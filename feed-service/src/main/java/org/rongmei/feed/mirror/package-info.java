// SPDX-License-Identifier: Apache-2.0
/** What a partner takes: feeds, the change log and the manifest of its copy, each within its contract. */
@NullMarked
package org.rongmei.feed.mirror;

import org.jspecify.annotations.NullMarked;
