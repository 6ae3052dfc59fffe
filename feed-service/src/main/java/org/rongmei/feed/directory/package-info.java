// SPDX-License-Identifier: Apache-2.0
/** What leads to the feeds and to the news: the OPML directory, the news sitemap, the style that browsers show feeds in. */
@NullMarked
package org.rongmei.feed.directory;

import org.jspecify.annotations.NullMarked;
