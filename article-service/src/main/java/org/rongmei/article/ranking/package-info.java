// SPDX-License-Identifier: Apache-2.0
/** Who reads what: readings are counted in memory, and 新闻排行 and 精彩热图 are made of them. */
@NullMarked
package org.rongmei.article.ranking;

import org.jspecify.annotations.NullMarked;
