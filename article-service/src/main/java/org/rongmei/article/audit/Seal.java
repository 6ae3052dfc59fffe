// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.audit;

/**
 * What fixes a chain up to an entry: its place and its hash. Kept elsewhere, it shows later that nothing before it was
 * changed, also not by somebody who can change the database.
 */
public record Seal(long sequence, String hash) {}
