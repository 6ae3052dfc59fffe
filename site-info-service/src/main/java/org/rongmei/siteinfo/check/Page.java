// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.identifier.Folding;
import org.rongmei.siteinfo.identifier.Sighting;

/**
 * A page as the rules look at it: the text of its body as one line of characters, of which each knows where it stands in
 * the HTML and whether a reader sees it, and the links with the stretch of text that they hold.
 */
final class Page {

    private static final int EXCERPT = 80;
    private static final int LONGEST_TAG = 1_000;

    /** A stretch of text that comes from one place. */
    record Run(int start, int end, TextNode node, boolean hidden) {}

    private final String html;
    private final Document document;
    private final String text;
    private final String folded;
    private final List<Run> runs;
    private final List<PageLink> links;
    private final List<Sighting> sightings;

    Page(String html, Document document, String text, List<Run> runs, List<PageLink> links) {
        this.html = html;
        this.document = document;
        this.text = text;
        this.folded = Folding.of(text);
        this.runs = runs;
        this.links = links;
        this.sightings = Sighting.in(folded);
    }

    Document document() {
        return document;
    }

    /** See {@link Folding}; blocks stand on lines of their own. */
    String folded() {
        return folded;
    }

    List<PageLink> links() {
        return links;
    }

    List<Sighting> sightings() {
        return sightings;
    }

    String excerpt(int start, int end) {
        return shortened(text.substring(start, end));
    }

    static String shortened(String excerpt) {
        String line = excerpt.replaceAll("[\\s\\u00a0]{1,1000}", " ").strip();
        return line.length() <= EXCERPT
                ? line
                : line.substring(0, Character.isHighSurrogate(line.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT) + "…";
    }

    /** Whether a reader sees none of it. */
    boolean isHidden(int start, int end) {
        boolean any = false;
        for (int index = runAt(start); index < runs.size() && runs.get(index).start() < end; index++) {
            Run run = runs.get(index);
            if (!folded.substring(Math.max(start, run.start()), Math.min(end, run.end()))
                    .isBlank()) {
                any = true;
                if (!run.hidden()) {
                    return false;
                }
            }
        }
        return any;
    }

    /** Where in the HTML that was sent. */
    int offset(int place) {
        int index = runAt(place);
        if (index >= runs.size()) {
            return html.length();
        }
        Run run = runs.get(index);
        int from = run.node().sourceRange().startPos();
        int to = Math.min(run.node().sourceRange().endPos(), html.length());
        if (from < 0 || from > to) {
            return 0; // the parser made it up
        }
        int inside = Math.max(0, place - run.start());
        if (to - from == run.end() - run.start()) {
            return from + inside;
        }
        // Entities take more room in the HTML than in the text: &nbsp; is one character.
        String beginning = text.substring(run.start() + inside, Math.min(run.end(), run.start() + inside + 4));
        int found = html.indexOf(beginning, from);
        return found >= 0 && found < to ? found : from;
    }

    /** Says where a finding is: at the tag that begins an element. */
    Finding at(Element element, Finding finding) {
        int from = Math.max(0, element.sourceRange().startPos());
        int to = Math.min(html.length(), Math.max(from, element.sourceRange().endPos()));
        return finding.at(shortened(html.substring(from, Math.min(to, from + LONGEST_TAG))), from);
    }

    /** Says where a finding is: at a stretch of text. */
    Finding at(int start, int end, Finding finding) {
        return finding.at(excerpt(start, end), offset(start));
    }

    Optional<Element> elementAt(int place) {
        int index = runAt(place);
        return index < runs.size() ? Optional.ofNullable(runs.get(index).node().parentElement()) : Optional.empty();
    }

    /** The link around a stretch of text, or the one that follows it with nothing but spaces between. */
    Optional<PageLink> linkOf(int start, int end) {
        Optional<PageLink> around = links.stream()
                .filter(link -> link.holds(start, end) && !link.hidden())
                .reduce((outer, inner) -> inner);
        return around.or(() -> links.stream()
                .filter(link -> link.start() >= end && !link.hidden())
                .findFirst()
                .filter(link -> folded.substring(end, link.start()).isBlank() && isOfItsOwn(link)));
    }

    /** A link with another number in it belongs to that number. */
    private boolean isOfItsOwn(PageLink link) {
        return folded.substring(link.start(), link.end()).chars().noneMatch(Character::isDigit);
    }

    private int runAt(int place) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).end() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
