// SPDX-License-Identifier: Apache-2.0
package org.rongmei.planted;

import com.rometools.rome.feed.rss.Channel;

class FeedsByRome {
    Channel channel;
}
