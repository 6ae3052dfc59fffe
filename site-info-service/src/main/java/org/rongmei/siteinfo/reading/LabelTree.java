// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Labels, to be found in a text from their first character on or from their last one back: the longest counts. */
final class LabelTree {

    /** 主  办: between the characters of a label. */
    private static final int MOST_BLANKS = 4;

    /** A label where it stands. */
    record Found(Field field, int start, int end) {}

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private @Nullable Field field;
    }

    private final Node forward = new Node();
    private final Node backward = new Node();

    void add(String label, Field field) {
        put(forward, label, field);
        put(backward, new StringBuilder(label).reverse().toString(), field);
    }

    private static void put(Node root, String label, Field field) {
        Node node = root;
        for (char character : label.toCharArray()) {
            node = node.next.computeIfAbsent(character, ignored -> new Node());
        }
        node.field = field;
    }

    /** The longest label that begins here, its characters may stand apart. */
    Optional<Found> from(String folded, int start, int limit) {
        @Nullable Found found = null;
        @Nullable Node node = forward;
        int blanks = 0;
        for (int at = start; at < limit && blanks <= MOST_BLANKS; at++) {
            if (folded.charAt(at) == ' ') {
                if (found != null) {
                    break;
                }
                blanks++;
                continue;
            }
            blanks = 0;
            node = node.next.get(folded.charAt(at));
            if (node == null) {
                break;
            }
            if (node.field != null) {
                found = new Found(node.field, start, at + 1);
            }
        }
        return Optional.ofNullable(found);
    }

    /** The longest label that ends here and does not reach back behind the floor; its characters may stand apart. */
    Optional<Found> before(String folded, int end, int floor) {
        @Nullable Found found = null;
        @Nullable Node node = backward;
        int blanks = 0;
        for (int at = end - 1; at >= floor && blanks <= MOST_BLANKS; at--) {
            char character = folded.charAt(at);
            if (character == ' ') {
                if (found != null && found.start() == at + 1) {
                    break; // 中心 地址: what stands before the blank belongs to somebody else
                }
                blanks++;
                continue;
            }
            blanks = 0;
            node = node.next.get(character);
            if (node == null) {
                break;
            }
            if (node.field != null) {
                found = new Found(node.field, at, end);
            }
        }
        return Optional.ofNullable(found);
    }
}
