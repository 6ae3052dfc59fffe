// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.site.SiteSettings;
import org.rongmei.site.upstream.Article;
import org.rongmei.site.upstream.ArticleList;
import org.rongmei.site.upstream.Imprint;
import org.rongmei.site.upstream.Masthead;
import org.rongmei.site.upstream.Newsroom;
import org.rongmei.site.upstream.Section;
import org.rongmei.site.upstream.ServiceAway;

/** Makes pages up: asks for what belongs on them, and says so politely when it cannot be had. */
@ApplicationScoped
class PageEditor {

    private static final System.Logger LOG = System.getLogger(PageEditor.class.getName());
    private static final int LATEST = 12;
    private static final int IN_BLOCK = 6;
    private static final int IN_LIST = 20;

    @Inject
    Newsroom newsroom;

    @Inject
    Surroundings surroundings;

    @Inject
    HiddenPictures pictures;

    @Inject
    Masthead masthead;

    @Inject
    Renderer renderer;

    @Inject
    Assets assets;

    @Inject
    SiteSettings settings;

    @Inject
    InstantSource clock;

    /** @param raw the address as it was asked for: {@code /?p=7} was an article of many an old system */
    Page home(String raw) {
        return within(
                "", frame -> (raw.equals("/") ? Optional.<Page>empty() : alias(raw)).orElseGet(() -> home(frame)));
    }

    private Page home(Frame frame) {
        List<Article> newest = newsroom.list(null, "", null, LATEST * 3).items();
        // 未成年人网络保护条例, art. 24: not where everybody looks first. An advertorial is no lead story either.
        List<Headline> fit = newest.stream()
                .filter(article -> !article.flags().minorSensitive() && !article.isAdvertorial())
                .map(Headline::of)
                .toList();
        Optional<Headline> lead =
                fit.stream().filter(headline -> headline.picture() != null).findFirst();
        Set<String> shown = new HashSet<>();
        lead.ifPresent(headline -> shown.add(headline.href()));
        List<Headline> latest = fit.stream()
                .filter(headline -> !shown.contains(headline.href()))
                .limit(LATEST)
                .toList();
        List<Headline> pictures = Stream.concat(surroundings.hotPictures().stream(), fit.stream())
                .filter(headline -> headline.picture() != null && shown.add(headline.href()))
                .limit(Surroundings.PICTURES)
                .toList();
        HomeModel model = new HomeModel(lead, latest, blocks(frame), pictures, surroundings.mostRead());
        Head head = new Head(
                frame.imprint().name(),
                frame.imprint().name() + "首页",
                settings.siteUrl() + "/",
                null,
                frame.imprint().organisation().replace("<", "\\u003c"),
                feeds(frame.imprint().name(), ""));
        return page(200, "home.jte", frame, head, model);
    }

    private List<HomeModel.Block> blocks(Frame frame) {
        List<HomeModel.Block> blocks = new ArrayList<>();
        for (Section section : frame.sections()) {
            List<Headline> headlines = newsroom.list("section", section.path(), null, IN_BLOCK).items().stream()
                    .filter(article -> !article.flags().minorSensitive())
                    .map(Headline::of)
                    .toList();
            if (!headlines.isEmpty()) {
                blocks.add(new HomeModel.Block(section.name(), "/" + section.path() + "/", headlines));
            }
        }
        return blocks;
    }

    Page article(String id, @Nullable String number) {
        return within("", frame -> {
            Newsroom.Found<Article> found = newsroom.article(id, number == null ? "1" : number);
            if (found.toOptional().isEmpty()) {
                return message(frame, found.isGone() ? Message.GONE : Message.NOT_FOUND);
            }
            return article(frame, found.toOptional().get());
        });
    }

    private Page article(Frame around, Article article) {
        String section = article.section() == null ? "" : article.section();
        Frame frame = around.in(section);
        Head head = new Head(
                article.title() + " - " + frame.imprint().name(),
                article.summary(),
                settings.siteUrl() + "/articles/" + article.id()
                        + (article.page() > 1 ? "?page=" + article.page() : ""),
                article.images().stream()
                        .findFirst()
                        .map(image -> settings.siteUrl() + image.renditions().get("large"))
                        .orElse(null),
                LinkedData.of(article, settings.siteUrl(), frame.imprint().name()),
                sectionFeeds(frame, article.breadcrumb()));
        ArticleModel model = ArticleModel.of(article, settings.pagerAlways(), surroundings.of(article));
        return story(frame, head, model, assets.address("reading.js"));
    }

    private Page story(Frame frame, Head head, ArticleModel model, @Nullable String script) {
        Map<String, Object> parameters = new HashMap<>(Map.of("frame", frame, "head", head, "model", model));
        parameters.put("script", script);
        return Page.of(200, renderer.render("article.jte", parameters));
    }

    /** @param authorization of who asks; null: nobody, who is asked for it then */
    Page preview(String id, @Nullable String authorization) {
        return within("", frame -> {
            Newsroom.Found<Article> found = newsroom.preview(id, authorization);
            return switch (found.status()) {
                case 200 ->
                    pictures.placedIn(
                            preview(frame, found.toOptional().orElseThrow()),
                            authorization == null ? "" : authorization);
                case 401 -> message(frame, Message.WHO);
                case 403 -> message(frame, Message.NOT_YOURS);
                default -> message(frame, Message.NOT_FOUND);
            };
        });
    }

    private Page preview(Frame around, Article article) {
        Frame frame = around.in(article.section() == null ? "" : article.section());
        Head head = new Head(
                "预览：" + article.title(), null, settings.siteUrl() + "/articles/" + article.id(), null, null, List.of());
        return story(frame, head, ArticleModel.preview(article, settings.pagerAlways()), null);
    }

    private List<Head.FeedLink> sectionFeeds(Frame frame, List<Article.Crumb> breadcrumb) {
        List<Head.FeedLink> feeds = new ArrayList<>();
        if (!breadcrumb.isEmpty()) {
            Article.Crumb own = breadcrumb.get(breadcrumb.size() - 1);
            feeds.addAll(feeds(frame.imprint().name() + "·" + own.name(), "sections/" + own.path() + "/"));
        }
        feeds.addAll(feeds(frame.imprint().name(), ""));
        return feeds;
    }

    /**
     * @param address decoded, without the slash that it begins with
     * @param raw the same as it was asked for, with its query: old systems had articles at {@code /show.asp?id=7}
     */
    Page sectionOrAlias(String address, String raw, @Nullable String before) {
        String path = address.replaceAll("/+$", "");
        return within(path, frame -> {
            Newsroom.Found<Section> found = newsroom.section(path);
            if (found.movedTo() != null) {
                return Page.movedTo(found.movedTo().replaceFirst("^/content/sections", "") + "/");
            }
            if (found.toOptional().isEmpty()) {
                return alias(raw).orElseGet(() -> message(frame, Message.NOT_FOUND));
            }
            return address.endsWith("/")
                    ? section(frame, found.toOptional().get(), before)
                    : Page.movedTo("/" + path + "/");
        });
    }

    private Optional<Page> alias(String path) {
        return newsroom.list("alias", path, null, 1).items().stream()
                .findFirst()
                .map(article -> Page.movedTo("/articles/" + article.id()));
    }

    private Page section(Frame frame, Section section, @Nullable String before) {
        ArticleList list = newsroom.list("section", section.path(), before, IN_LIST);
        String href = "/" + section.path() + "/";
        List<Section> below = newsroom.sections().below(section);
        return list(
                frame,
                new ListModel(
                        section.name(),
                        section.breadcrumb(),
                        below,
                        list.items().stream().map(Headline::of).toList(),
                        list.cursor().map(cursor -> href + "?before=" + encode(cursor)),
                        before == null,
                        href),
                sectionFeeds(frame, section.breadcrumb()));
    }

    /** @param kind {@code tag} or {@code author} */
    Page named(String kind, String name, @Nullable String before) {
        return within("", frame -> {
            ArticleList list = newsroom.list(kind, name, before, IN_LIST);
            if (list.items().isEmpty()) {
                return message(frame, Message.NOT_FOUND);
            }
            String folder = kind + "s/" + encode(name) + "/";
            ListModel model = new ListModel(
                    name,
                    List.of(),
                    List.of(),
                    list.items().stream().map(Headline::of).toList(),
                    list.cursor().map(cursor -> "/" + folder + "?before=" + encode(cursor)),
                    before == null,
                    "/" + folder);
            return list(frame, model, feeds(frame.imprint().name() + "·" + name, folder));
        });
    }

    Page search(String words, @Nullable String before) {
        return within("", frame -> {
            SearchModel model = words.isEmpty()
                    ? new SearchModel("", List.of(), Optional.empty(), "")
                    : searched(words, newsroom.search(words, before, IN_LIST));
            Head head = new Head(
                    (words.isEmpty() ? "搜索" : words + " - 搜索") + " - "
                            + frame.imprint().name(),
                    null,
                    settings.siteUrl() + "/search",
                    null,
                    null,
                    feeds(frame.imprint().name(), ""));
            return page(200, "search.jte", frame, head, model);
        });
    }

    private static SearchModel searched(String words, Newsroom.Found<ArticleList> found) {
        if (found.toOptional().isEmpty()) {
            String notice = found.status() == 400 ? "请换几个字再试。" : "搜索正在准备，请过一会儿再试。";
            return new SearchModel(words, List.of(), Optional.empty(), notice);
        }
        ArticleList list = found.toOptional().get();
        List<SearchModel.Hit> hits = list.items().stream()
                .map(article -> new SearchModel.Hit(
                        Headline.of(article),
                        article.highlight() == null ? "" : article.highlight().title(),
                        article.highlight() == null ? "" : article.highlight().text()))
                .toList();
        return new SearchModel(
                words,
                hits,
                list.cursor().map(cursor -> "/search?q=" + encode(words) + "&before=" + encode(cursor)),
                hits.isEmpty() ? "没有找到有关的稿件。" : "");
    }

    private Page list(Frame frame, ListModel model, List<Head.FeedLink> feeds) {
        Head head = new Head(
                model.heading() + " - " + frame.imprint().name(),
                frame.imprint().name() + "“" + model.heading() + "”的最新稿件",
                settings.siteUrl() + model.newestHref(),
                null,
                LinkedData.ofSection(
                        model.breadcrumb(), settings.siteUrl(), frame.imprint().name()),
                feeds);
        return page(200, "list.jte", frame, head, model);
    }

    Page subscribe() {
        return within("subscribe", frame -> {
            List<Section> sections = newsroom.sections().items().stream()
                    .filter(section -> !section.hidden())
                    .toList();
            SubscribeModel model = SubscribeModel.of(
                    settings.siteUrl(),
                    frame.imprint().name(),
                    sections,
                    newsroom.list(null, "", null, LATEST * 3).items());
            Head head = new Head(
                    "订阅 - " + frame.imprint().name(),
                    "用订阅工具阅读" + frame.imprint().name(),
                    settings.siteUrl() + "/subscribe/",
                    null,
                    null,
                    feeds(frame.imprint().name(), ""));
            return page(200, "subscribe.jte", frame, head, model);
        });
    }

    Page notFound() {
        return within("", frame -> message(frame, Message.NOT_FOUND));
    }

    private Page message(Frame frame, Message message) {
        Head head = new Head(
                message.heading() + " - " + frame.imprint().name(),
                null,
                settings.siteUrl() + "/",
                null,
                null,
                List.of());
        return page(message.status(), "message.jte", frame, head, message);
    }

    /** No page without its footer: before there ever was one, there is only a notice. */
    private Page within(String section, Function<Frame, Page> content) {
        Optional<Imprint> imprint = masthead.imprint();
        if (imprint.isEmpty()) {
            return Page.of(503, renderer.render("unregistered.jte", Map.of("stylesheet", assets.address("site.css"))));
        }
        String today = PageTime.day(clock.instant());
        String stylesheet = assets.address("site.css");
        String script = assets.address("text.js");
        @Nullable String logo = settings.logo().orElse(null);
        Frame bare = new Frame(imprint.get(), List.of(), section, stylesheet, script, logo, today);
        try {
            return content.apply(
                    new Frame(imprint.get(), newsroom.sections().topLevel(), section, stylesheet, script, logo, today));
        } catch (ServiceAway e) {
            return message(bare, Message.AWAY);
        } catch (WebApplicationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A page could not be made up", e);
            return message(bare, Message.BROKEN);
        }
    }

    private Page page(int status, String template, Frame frame, Head head, Object model) {
        return Page.of(status, renderer.render(template, Map.of("frame", frame, "head", head, "model", model)));
    }

    private static List<Head.FeedLink> feeds(String title, String folder) {
        return List.of(
                new Head.FeedLink("application/rss+xml", title + " RSS", "/feeds/" + folder + "rss.xml"),
                new Head.FeedLink("application/atom+xml", title + " Atom", "/feeds/" + folder + "atom.xml"),
                new Head.FeedLink("application/feed+json", title + " JSON Feed", "/feeds/" + folder + "feed.json"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
