// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** No site answers for that host. */
class HostNotFound extends Problem {

    HostNotFound(String host) {
        super(404, "host-not-found", Sentence.of("没有站点使用主机名 %s。", "No site answers for the host %s.", host));
    }
}
