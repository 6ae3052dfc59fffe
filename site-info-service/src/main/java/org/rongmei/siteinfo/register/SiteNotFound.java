// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** No site of that name is registered, or none was at that time. */
public class SiteNotFound extends Problem {

    public SiteNotFound(String site) {
        super(404, "site-not-found", Sentence.of("没有登记站点 %s。", "There is no site %s in the register.", site));
    }
}
