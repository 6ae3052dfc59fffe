// SPDX-License-Identifier: Apache-2.0
/** Partners: who may take what, until when, and by which credentials they are known. */
@NullMarked
package org.rongmei.feed.partner;

import org.jspecify.annotations.NullMarked;
