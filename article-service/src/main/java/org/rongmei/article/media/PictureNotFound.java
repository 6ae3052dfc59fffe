// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** There is no such picture, or it belongs to nothing that is published. */
class PictureNotFound extends Problem {

    PictureNotFound(String id) {
        super(404, "picture-not-found", Sentence.of("没有编号为 %s 的图片。", "There is no picture %s.", id));
    }
}
