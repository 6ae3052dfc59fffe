/** Whether what a site says about itself keeps the rules. */
@NullMarked
package org.rongmei.siteinfo.compliance;

import org.jspecify.annotations.NullMarked;
