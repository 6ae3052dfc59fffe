// SPDX-License-Identifier: Apache-2.0
/** What somebody answers for, and never gets rid of. */
@NullMarked
package org.rongmei.article.audit;

import org.jspecify.annotations.NullMarked;
