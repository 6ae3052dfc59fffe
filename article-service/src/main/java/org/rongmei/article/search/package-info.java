// SPDX-License-Identifier: Apache-2.0
/** Search: an index of what is public, kept by each node for itself. Lucene stays in here. */
@NullMarked
package org.rongmei.article.search;

import org.jspecify.annotations.NullMarked;
