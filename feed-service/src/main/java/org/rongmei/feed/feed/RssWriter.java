// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.modules.content.ContentModuleImpl;
import com.rometools.modules.mediarss.MediaEntryModuleImpl;
import com.rometools.modules.mediarss.types.Credit;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.mediarss.types.Thumbnail;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.rss.Source;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.rongmei.feed.entry.XmlText;

/** RSS 2.0 (rssboard.org/rss-specification) after its Best Practices Profile. One of the two classes that know ROME. */
final class RssWriter {

    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

    private RssWriter() {}

    static byte[] write(Feed feed) {
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(feed.title());
        channel.setLink(feed.page());
        channel.setDescription(feed.description());
        channel.setLanguage("zh-cn");
        channel.setCopyright(feed.copyright());
        // Profile 3.3: an address first, or nothing.
        Optional.ofNullable(feed.email())
                .ifPresent(email -> channel.setManagingEditor(email + " (" + name(feed) + ")"));
        channel.setLastBuildDate(Date.from(feed.dates().built()));
        channel.getModules().add(links(feed));
        channel.setItems(
                feed.entries().stream().map(entry -> item(entry, feed.labels())).toList());
        try {
            Document document = new WireFeedOutput().outputJDom(channel);
            inBeijingTime(document, feed);
            HistoryLinks.mark(document.getRootElement().getChild("channel"), feed);
            return FeedXml.rssBytes(document, feed.siteUrl());
        } catch (FeedException e) {
            throw new IllegalStateException("Feed " + feed.self(FeedFormat.RSS) + " cannot be written as RSS", e);
        }
    }

    /** In brackets, so without any. */
    private static String name(Feed feed) {
        return Optional.ofNullable(feed.publisher()).orElse(feed.title()).replaceAll("[()]", " ");
    }

    private static Module links(Feed feed) {
        AtomLinkModuleImpl module = new AtomLinkModuleImpl();
        module.setLinks(HistoryLinks.of(feed, FeedFormat.RSS).entrySet().stream()
                .map(each -> link(each.getKey(), each.getValue()))
                .toList());
        return module;
    }

    private static Link link(String rel, String href) {
        Link link = new Link();
        link.setRel(rel);
        link.setHref(href);
        link.setType(FeedFormat.RSS.mediaType());
        return link;
    }

    private static Item item(Feed.Entry entry, String labels) {
        Item item = new Item();
        item.setTitle(entry.title());
        item.setLink(entry.url());
        Guid guid = new Guid();
        guid.setValue(entry.uri());
        guid.setPermaLink(false);
        item.setGuid(guid);
        Description description = new Description();
        description.setType("text/html");
        description.setValue(XmlText.toHtml(entry.summary())); // Profile 3.1: the one element that holds HTML
        item.setDescription(description);
        item.setPubDate(Date.from(entry.published()));
        item.setCategories(categories(entry, labels));
        entry.enclosure().ifPresent(enclosure -> item.setEnclosures(List.of(enclosure(enclosure))));
        if (entry.sourceUrl() != null && entry.sourceName() != null) {
            Source source = new Source();
            source.setUrl(entry.sourceUrl());
            source.setValue(entry.sourceName());
            item.setSource(source);
        }
        item.setModules(modules(entry));
        return item;
    }

    private static List<Category> categories(Feed.Entry entry, String labels) {
        List<Category> categories = new ArrayList<>(
                entry.categories().stream().map(RssWriter::category).toList());
        if (entry.aiGenerated()) {
            Category label = category("ai-generated");
            label.setDomain(labels);
            categories.add(label);
        }
        return categories;
    }

    private static Category category(String name) {
        Category category = new Category();
        category.setValue(name);
        return category;
    }

    private static Enclosure enclosure(Feed.Enclosure from) {
        Enclosure enclosure = new Enclosure();
        enclosure.setUrl(from.url());
        enclosure.setType(from.type());
        enclosure.setLength(from.length());
        return enclosure;
    }

    private static List<Module> modules(Feed.Entry entry) {
        List<Module> modules = new ArrayList<>();
        if (entry.content() != null) {
            ContentModuleImpl content = new ContentModuleImpl();
            // ROME writes a CDATA section, and refuses the whole feed for a text that would end it. As HTML this is the
            // same text.
            content.setEncodeds(List.of(entry.content().replace("]]>", "]]&gt;")));
            modules.add(content);
        }
        // A name without an address is dc:creator; ROME would lose it as an author.
        DCModuleImpl dublinCore = new DCModuleImpl();
        dublinCore.setCreators(entry.authors());
        Optional.ofNullable(entry.rights()).ifPresent(dublinCore::setRights);
        if (entry.provenance() != null) {
            Optional.ofNullable(entry.provenance().originalAuthor())
                    .ifPresent(author -> dublinCore.setContributors(List.of(author)));
            Optional.ofNullable(entry.provenance().originalUrl()).ifPresent(dublinCore::setSource);
        }
        modules.add(dublinCore);
        if (!entry.pictures().isEmpty() || !entry.enclosures().isEmpty()) {
            modules.add(media(entry));
        }
        return modules;
    }

    /** All there is to see and hear: of enclosures there may be one only. */
    private static Module media(Feed.Entry entry) {
        MediaEntryModuleImpl media = new MediaEntryModuleImpl();
        media.setMediaContents(Stream.concat(
                        entry.enclosures().stream().map(RssWriter::mediaContent),
                        entry.pictures().stream().map(RssWriter::mediaContent))
                .toArray(MediaContent[]::new));
        return media;
    }

    private static MediaContent mediaContent(Feed.Enclosure enclosure) {
        MediaContent content = new MediaContent(new UrlReference(URI.create(enclosure.url())));
        content.setType(enclosure.type());
        content.setMedium(enclosure.kind());
        if (enclosure.length() > 0) {
            content.setFileSize(enclosure.length());
        }
        return content;
    }

    private static MediaContent mediaContent(Feed.Picture picture) {
        MediaContent content = new MediaContent(new UrlReference(URI.create(picture.url())));
        content.setMedium("image");
        content.setWidth(picture.width());
        content.setHeight(picture.height());
        Metadata metadata = new Metadata();
        metadata.setDescription(Optional.ofNullable(picture.caption()).orElse(picture.alt()));
        metadata.setThumbnail(new Thumbnail[] {new Thumbnail(URI.create(picture.thumbnail()))});
        if (picture.credit() != null) {
            metadata.setCredits(new Credit[] {new Credit("urn:ebu", "photographer", picture.credit())});
        }
        content.setMetadata(metadata);
        return content;
    }

    /** ROME writes GMT. Our readers' clocks, and those who look at the source, are in Beijing. */
    private static void inBeijingTime(Document document, Feed feed) {
        Element channel = document.getRootElement().getChild("channel");
        channel.getChild("lastBuildDate").setText(FeedDates.rfc822(feed.dates().built()));
        Iterator<Feed.Entry> entries = feed.entries().iterator();
        for (Element item : channel.getChildren("item")) {
            Feed.Entry from = entries.next();
            item.getChild("pubDate").setText(FeedDates.rfc822(from.published()));
            if (from.provenance() != null && from.licence() != null) {
                // RFC 4946, section 2; ROME writes links of the channel only.
                item.addContent(
                        new Element("link", ATOM).setAttribute("rel", "license").setAttribute("href", from.licence()));
            }
        }
    }
}
