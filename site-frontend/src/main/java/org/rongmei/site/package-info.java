/** The public site. */
@NullMarked
package org.rongmei.site;

import org.jspecify.annotations.NullMarked;
