// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import org.rongmei.kit.Sentence;

/** What stands against publishing an article: in which of its fields, and why. */
record Objection(String field, Sentence why) {}
