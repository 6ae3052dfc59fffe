/** Our own copy of what is published. It is what feeds are made of when article-service is away. */
@NullMarked
package org.rongmei.feed.entry;

import org.jspecify.annotations.NullMarked;
