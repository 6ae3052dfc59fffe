/** The register: everything a site has to say about itself, in versions that are never overwritten. */
@NullMarked
package org.rongmei.siteinfo.register;

import org.jspecify.annotations.NullMarked;
