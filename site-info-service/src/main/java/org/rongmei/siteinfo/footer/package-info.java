/** The footer: one content, rendered in one place, for every page of every site. */
@NullMarked
package org.rongmei.siteinfo.footer;

import org.jspecify.annotations.NullMarked;
