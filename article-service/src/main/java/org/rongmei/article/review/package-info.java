/** 三审: who has read what, and what they said. Nothing in here knows what an article looks like. */
@NullMarked
package org.rongmei.article.review;

import org.jspecify.annotations.NullMarked;
