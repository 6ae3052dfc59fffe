// SPDX-License-Identifier: Apache-2.0
/** What a proof-reader would ask about. Nothing in here keeps anybody from anything. */
@NullMarked
package org.rongmei.article.proof;

import org.jspecify.annotations.NullMarked;
