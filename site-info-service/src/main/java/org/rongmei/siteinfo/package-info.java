/** Who we are: what every feature of the site-info service stands on. */
@NullMarked
package org.rongmei.siteinfo;

import org.jspecify.annotations.NullMarked;
