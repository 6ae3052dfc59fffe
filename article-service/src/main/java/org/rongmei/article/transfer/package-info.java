// SPDX-License-Identifier: Apache-2.0
/** Newsrooms move: imports of feeds, of WordPress and of our own form, and the export that another suite can import. */
@NullMarked
package org.rongmei.article.transfer;

import org.jspecify.annotations.NullMarked;
