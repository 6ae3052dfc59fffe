// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Nobody has opened a section there. */
public class SectionNotFound extends Problem {

    public SectionNotFound(SectionPath path) {
        super(404, "section-not-found", Sentence.of("没有栏目 %s。", "There is no section %s.", path));
    }
}
