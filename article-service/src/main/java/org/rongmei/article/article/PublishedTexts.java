// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The texts of all that is public, for an index. In transactions of their own: whoever walks through all of them must
 * not keep them, which the entity manager of a task outside of one does.
 */
@ApplicationScoped
@Transactional
public class PublishedTexts {

    @Inject
    EntityManager entityManager;

    @Inject
    Articles articles;

    @Inject
    ReadingRoom readingRoom;

    /** Those of the given articles that are public, by id. */
    public Map<Long, ArticleText> of(Collection<Long> ids) {
        return articles.find(ids).values().stream()
                .filter(article -> article.isVisibleTo(false))
                .collect(Collectors.toMap(Article::id, ArticleText::of));
    }

    /** The next ones in the order of their ids. */
    public List<ArticleText> after(long id, int limit) {
        return next(id, limit).stream().map(ArticleText::of).toList();
    }

    /** The same, whole, as the API shows them. */
    public List<ArticleView> viewsAfter(long id, int limit) {
        return readingRoom.whole(next(id, limit));
    }

    private List<Article> next(long id, int limit) {
        return entityManager
                .createQuery(
                        "select a from Article a where a.id > :after and a.state = :published order by a.id",
                        Article.class)
                .setParameter("after", id)
                .setParameter("published", ArticleState.PUBLISHED)
                .setMaxResults(limit)
                .getResultList();
    }
}
