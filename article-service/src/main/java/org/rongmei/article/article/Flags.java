// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

/** What the law wants to be known of an article (regulation: news information, AI content, minors). */
public record Flags(boolean newsInformation, boolean aiGenerated, boolean minorSensitive) {

    /** A newsroom's articles are news unless somebody says otherwise. */
    static final Flags USUAL = new Flags(true, false, false);
}
