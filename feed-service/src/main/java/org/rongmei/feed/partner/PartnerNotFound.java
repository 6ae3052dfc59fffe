// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Only the chief-editor ever hears of it: nobody else may ask who our partners are. */
class PartnerNotFound extends Problem {

    private static final long serialVersionUID = 1;

    PartnerNotFound(String login) {
        super(404, "partner-not-found", Sentence.of("没有合作方“%s”。", "There is no partner %s.", login));
    }
}
