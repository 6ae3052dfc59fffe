// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.time.Instant;
import org.rongmei.feed.entry.Topic;

/**
 * What a feed is about, and what it is called.
 *
 * @param key what its identity is made of, not where it is: a section may move, and the site may get another name
 * @param changed when the name last changed
 */
record Nameplate(Topic topic, String key, String title, Instant changed) {}
