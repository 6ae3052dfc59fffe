// SPDX-License-Identifier: Apache-2.0
/** What the site is licensed for, as site-info-service says. */
@NullMarked
package org.rongmei.article.licence;

import org.jspecify.annotations.NullMarked;
