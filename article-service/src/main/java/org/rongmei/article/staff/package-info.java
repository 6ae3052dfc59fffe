// SPDX-License-Identifier: Apache-2.0
/** The people behind the logins. Accounts and passwords are the server's; nothing in here lets anybody in. */
@NullMarked
package org.rongmei.article.staff;

import org.jspecify.annotations.NullMarked;
