// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.entry.XmlText;

/** Atom 1.0 (RFC 4287) with tombstones (RFC 6721). One of the two classes that know ROME. */
final class AtomWriter {

    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    private static final Namespace TOMBSTONES = Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

    private AtomWriter() {}

    static byte[] write(Feed feed) {
        com.rometools.rome.feed.atom.Feed atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        atom.setId(feed.id());
        atom.setTitleEx(text(feed.title()));
        atom.setUpdated(Date.from(feed.dates().updated()));
        // RFC 4287, 4.1.1: a feed whose entries may lack authors needs one of its own.
        atom.setAuthors(List.of(person(feed.publisher() == null ? feed.title() : feed.publisher())));
        atom.setRights(feed.copyright());
        atom.setOtherLinks(HistoryLinks.of(feed, FeedFormat.ATOM).entrySet().stream()
                .map(link -> link(link.getKey(), link.getValue(), FeedFormat.ATOM.mediaType()))
                .toList());
        atom.setAlternateLinks(List.of(link("alternate", feed.page(), "text/html")));
        atom.setEntries(feed.entries().stream()
                .map(entry -> entry(entry, feed.labels()))
                .toList());
        try {
            Document document = new WireFeedOutput().outputJDom(atom);
            finish(document.getRootElement(), feed);
            return FeedXml.bytes(document, feed.siteUrl());
        } catch (FeedException e) {
            throw new IllegalStateException("Feed " + feed.self(FeedFormat.ATOM) + " cannot be written as Atom", e);
        }
    }

    private static Entry entry(Feed.Entry from, String labels) {
        Entry entry = new Entry();
        entry.setId(AtomId.of(from.uri()));
        entry.setTitleEx(html(from.title()));
        entry.setPublished(Date.from(from.published()));
        entry.setUpdated(Date.from(from.updated()));
        entry.setAuthors(from.authors().stream().map(AtomWriter::person).toList());
        entry.setRights(from.rights());
        entry.setSummary(html(from.summary()));
        if (from.content() != null) {
            Content content = new Content();
            content.setType("html");
            content.setValue(from.content());
            entry.setContents(List.of(content));
        }
        entry.setCategories(categories(from, labels));
        entry.setAlternateLinks(List.of(link("alternate", from.url(), "text/html")));
        List<Link> others = new ArrayList<>();
        for (Feed.Enclosure enclosure : from.enclosures()) {
            Link link = link("enclosure", enclosure.url(), enclosure.type());
            link.setLength(enclosure.length());
            link.setTitle(enclosure.title());
            others.add(link);
        }
        if (from.licence() != null) {
            others.add(link("license", from.licence(), null));
        }
        if (from.sourceUrl() != null) {
            Link via = link("via", from.sourceUrl(), null);
            via.setTitle(from.sourceName());
            others.add(via);
        }
        if (from.provenance() != null) {
            name(from.provenance(), entry, others);
        }
        entry.setOtherLinks(others);
        return entry;
    }

    /** Whoever wrote what is printed again here, and where it was first (RFC 4287, sections 4.2.3 and 4.2.7.2). */
    private static void name(Feed.Provenance provenance, Entry entry, List<Link> others) {
        if (provenance.originalAuthor() != null) {
            entry.setContributors(List.of(person(provenance.originalAuthor())));
        }
        if (provenance.originalUrl() != null) {
            Link original = link("via", provenance.originalUrl(), null);
            original.setTitle(provenance.originalTitle());
            others.add(original);
        }
    }

    private static Content text(String value) {
        Content text = new Content();
        text.setType("text");
        text.setValue(value);
        return text;
    }

    /** Plain text as HTML: readers are known to take mark-up in a text of type "text" for mark-up. */
    private static Content html(String value) {
        Content html = new Content();
        html.setType("html");
        html.setValue(XmlText.toHtml(value));
        return html;
    }

    private static SyndPerson person(String name) {
        SyndPersonImpl person = new SyndPersonImpl();
        person.setName(name);
        return person;
    }

    private static List<Category> categories(Feed.Entry from, String labels) {
        List<Category> categories = new ArrayList<>(
                from.categories().stream().map(AtomWriter::category).toList());
        if (from.aiGenerated()) {
            Category label = category("ai-generated");
            label.setScheme(labels);
            label.setLabel("人工智能生成");
            categories.add(label);
        }
        return categories;
    }

    private static Category category(String name) {
        Category category = new Category();
        category.setTerm(name);
        return category;
    }

    private static Link link(String rel, String href, @Nullable String type) {
        Link link = new Link();
        link.setRel(rel);
        link.setHref(href);
        link.setType(type);
        return link;
    }

    /** What ROME has no words for: the language, Beijing time, tombstones. */
    private static void finish(Element root, Feed feed) {
        root.setAttribute("lang", "zh-CN", Namespace.XML_NAMESPACE);
        root.getChild("updated", ATOM).setText(FeedDates.rfc3339(feed.dates().updated()));
        Iterator<Feed.Entry> entries = feed.entries().iterator();
        for (Element entry : root.getChildren("entry", ATOM)) {
            Feed.Entry from = entries.next();
            entry.getChild("published", ATOM).setText(FeedDates.rfc3339(from.published()));
            entry.getChild("updated", ATOM).setText(FeedDates.rfc3339(from.updated()));
        }
        HistoryLinks.mark(root, feed);
        for (Feed.Tombstone tombstone : feed.tombstones()) {
            root.addContent(new Element("deleted-entry", TOMBSTONES)
                    .setAttribute("ref", AtomId.of(tombstone.uri()))
                    .setAttribute("when", FeedDates.rfc3339(tombstone.when())));
        }
    }
}
