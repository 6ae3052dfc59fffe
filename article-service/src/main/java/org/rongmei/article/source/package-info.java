// SPDX-License-Identifier: Apache-2.0
/** What reprints may come from (互联网新闻信息服务管理规定, art. 15). */
@NullMarked
package org.rongmei.article.source;

import org.jspecify.annotations.NullMarked;
