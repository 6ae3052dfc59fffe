/** The three services, as the site asks them. */
@NullMarked
package org.rongmei.site.upstream;

import org.jspecify.annotations.NullMarked;
