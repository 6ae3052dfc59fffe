// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import java.util.Set;

/**
 * The feeds of these topics have changed: whatever was made of them is old.
 *
 * @param edition of our copy, 0 when it is something else that has changed
 */
public record NewsArrived(long edition, Set<Topic> topics) {}
