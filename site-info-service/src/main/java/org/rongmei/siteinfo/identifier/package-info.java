/** The numbers that authorities give to sites and their organisations: how each is formed, and where it is looked up. */
@NullMarked
package org.rongmei.siteinfo.identifier;

import org.jspecify.annotations.NullMarked;
