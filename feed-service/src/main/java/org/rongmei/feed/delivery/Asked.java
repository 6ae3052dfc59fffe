// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import java.time.Instant;

/** That a partner has asked so many times in the period that began then. */
record Asked(String login, Instant begunAt, long requests, Instant lastAt) {}
