// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

/** What a feed is about, whatever its address and format: a section keeps its topic when it moves. */
public record Topic(String key) {

    /** Whatever there is a feed of: for changes that concern more feeds than anybody counts. */
    public static final Topic EVERYTHING = new Topic("*");

    public static final Topic SITE = new Topic("site");

    /** UTF-16 units. A longer name has no feed: nobody could have given it, and it would cost the page of the log. */
    private static final int LONGEST_NAME = 400;

    static final String SECTIONS = "section:";

    public static Topic section(String id) {
        return new Topic(SECTIONS + id);
    }

    public static Topic tag(String name) {
        return new Topic("tag:" + name);
    }

    public static Topic author(String name) {
        return new Topic("author:" + name);
    }

    static boolean canBeNamed(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME / 2;
    }
}
