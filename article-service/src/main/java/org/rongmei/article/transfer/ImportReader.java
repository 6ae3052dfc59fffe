// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;

/** Reads a file item by item, however large it is. */
interface ImportReader extends Closeable {

    /**
     * Null at the end.
     *
     * @throws Problem 422 when the file as a whole is not what it claims to be
     */
    @Nullable
    ImportItem next() throws IOException;
}
