// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;
import org.rongmei.kit.WebAddress;

/** Who published it first: 来源. */
public record Source(
        @Text(max = 200, required = true) String name,
        @WebAddress @Nullable URI url) {}
