// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last instances of each feed that this node has rendered: a reader of an older one gets the whole feed. */
final class Instances {

    private static final int MOST_FEEDS = 3_000;
    private static final int MOST_OF_ONE = 16;
    private static final Pattern TAG = Pattern.compile("(\"[^\"]*?)(?:-(?:gzip|br))?\"");

    private final Map<FeedAddress.Document, Deque<Instance>> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FeedAddress.Document, Deque<Instance>> eldest) {
            return size() > MOST_FEEDS;
        }
    };

    synchronized void remember(FeedAddress.Document document, Instance instance) {
        Deque<Instance> instances = known.computeIfAbsent(document, each -> new ArrayDeque<>());
        instances.removeIf(each -> each.etag().equals(instance.etag()));
        instances.addFirst(instance);
        if (instances.size() > MOST_OF_ONE) {
            instances.removeLast();
        }
    }

    /** @param ifNoneMatch the tags of what a reader has, of whatever coding; the latest that we know counts */
    synchronized Optional<Instance> find(FeedAddress.Document document, String ifNoneMatch) {
        Deque<Instance> instances = known.getOrDefault(document, new ArrayDeque<>());
        return instances.stream()
                .filter(instance -> names(ifNoneMatch, instance.etag()))
                .findFirst();
    }

    private static boolean names(String ifNoneMatch, String etag) {
        Matcher tags = TAG.matcher(ifNoneMatch);
        while (tags.find()) {
            if (etag.equals(tags.group(1) + "\"")) {
                return true;
            }
        }
        return false;
    }
}
