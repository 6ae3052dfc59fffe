// SPDX-License-Identifier: Apache-2.0
/** Every version of a text (互联网信息服务管理办法, art. 14). Nothing in here knows what an article looks like. */
@NullMarked
package org.rongmei.article.revision;

import org.jspecify.annotations.NullMarked;
