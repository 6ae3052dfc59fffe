// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;
import org.rongmei.kit.WebAddress;

/** What a reprint reprints: title and author must be named (互联网新闻信息服务管理规定, art. 15). */
public record Original(
        @Text(max = 400) @Nullable String title,
        @Text(max = 200) @Nullable String author,
        @WebAddress @Nullable URI url) {}
