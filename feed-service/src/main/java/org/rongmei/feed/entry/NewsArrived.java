// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

/** Our copy has changed: whatever was made of it is old. */
public record NewsArrived(long position) {}
