// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import java.time.Instant;

/**
 * Something that has left for a partner.
 *
 * @param articleId empty where only the uri is known
 * @param gone that the article must go, instead of the article
 * @param way {@code rss}, {@code atom}, {@code json}, {@code ninjs}, {@code changes}, {@code article}
 */
public record Delivered(
        String login, String articleId, String uri, long version, boolean gone, String way, Instant at) {}
