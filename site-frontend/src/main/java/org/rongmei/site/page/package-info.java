/** Pages, for people. */
@NullMarked
package org.rongmei.site.page;

import org.jspecify.annotations.NullMarked;
