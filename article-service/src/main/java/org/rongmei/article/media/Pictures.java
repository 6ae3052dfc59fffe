// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** All pictures there are. */
@ApplicationScoped
public class Pictures {

    @Inject
    EntityManager entityManager;

    Picture get(String id) {
        return SortedId.parse(id).flatMap(this::find).orElseThrow(() -> new PictureNotFound(id));
    }

    Optional<Picture> find(long id) {
        return Optional.ofNullable(entityManager.find(Picture.class, id));
    }

    void add(Picture picture) {
        entityManager.persist(picture);
        entityManager.flush();
    }

    void flush() {
        entityManager.flush();
    }

    /** Newest first, those with smaller ids than {@code before}. */
    List<Picture> list(long before, int limit) {
        return entityManager
                .createQuery("select p from Picture p where p.id < :before order by p.id desc", Picture.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** A picture is public when one of the articles that show it is. */
    boolean isPublic(Picture picture) {
        return !entityManager
                .createNativeQuery("select 1 from article_picture p join article a on a.id = p.article_id"
                        + " where p.picture_id = ?1 and a.state = 'published'")
                .setParameter(1, picture.id())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** By their ids as in a URL; ids that there are none of are left out. */
    public Map<String, PictureView> views(Collection<String> ids) {
        List<Long> numbers =
                ids.stream().flatMap(id -> SortedId.parse(id).stream()).toList();
        Map<String, PictureView> views = new HashMap<>();
        if (!numbers.isEmpty()) {
            entityManager
                    .createQuery("select p from Picture p where p.id in :ids", Picture.class)
                    .setParameter("ids", numbers)
                    // No picture waits to be written (see add), but in an import hundreds of articles may.
                    .setFlushMode(FlushModeType.COMMIT)
                    .getResultStream()
                    .map(PictureView::of)
                    .forEach(view -> views.put(view.id(), view));
        }
        return views;
    }

    /** @throws Problem 422 naming the field, when one of them does not exist */
    public void requireAll(String field, Collection<String> ids) {
        Map<String, PictureView> known = views(ids);
        ids.stream().filter(id -> !known.containsKey(id)).findFirst().ifPresent(id -> {
            throw Problem.unprocessable(field, Sentence.of("没有编号为 %s 的图片。", "There is no picture %s.", id));
        });
    }
}
