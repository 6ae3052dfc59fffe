/** The tree of sections. Articles point at a section's id, so that a move rewrites no article. */
@NullMarked
package org.rongmei.article.section;

import org.jspecify.annotations.NullMarked;
