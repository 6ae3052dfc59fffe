// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** One rendition on its way out: passed on piece by piece, because many of them at once would not fit into memory. */
record Pixels(long length, InputStream content) implements Closeable {

    @Override
    public void close() throws IOException {
        content.close();
    }
}
