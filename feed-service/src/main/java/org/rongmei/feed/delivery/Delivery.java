// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That a partner has been given an article, and since when it knows that it must go. */
@Entity
@IdClass(Delivery.Key.class)
class Delivery {

    /** Whom, and what. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private String login = "";
        private String articleId = "";

        public Key() {} // for Jakarta Persistence

        Key(String login, String articleId) {
            this.login = login;
            this.articleId = articleId;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && login.equals(that.login) && articleId.equals(that.articleId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(login, articleId);
        }
    }

    @Id
    private String login = "";

    @Id
    @Column(name = "article_id")
    private String articleId = "";

    private String uri = "";
    private long version;

    @Column(name = "first_at")
    private Instant firstAt = Instant.EPOCH;

    @Column(name = "last_at")
    private Instant lastAt = Instant.EPOCH;

    private long times;
    private String way = "";

    @Column(name = "gone_at")
    private @Nullable Instant goneAt;

    @Column(name = "gone_way")
    private @Nullable String goneWay;

    protected Delivery() {} // for Jakarta Persistence

    Delivery(Delivered first) {
        login = first.login();
        articleId = first.articleId();
        uri = first.uri();
        firstAt = first.at();
    }

    void again(Delivered delivered) {
        version = delivered.version();
        lastAt = delivered.at();
        times++;
        way = delivered.way();
        goneAt = null;
        goneWay = null;
    }

    /** The first time counts: after that the partner knew. */
    void gone(Instant at, String by) {
        if (goneAt == null) {
            goneAt = at;
            goneWay = by;
        }
    }

    String login() {
        return login;
    }

    String articleId() {
        return articleId;
    }

    String uri() {
        return uri;
    }

    long version() {
        return version;
    }

    Instant firstAt() {
        return firstAt;
    }

    Instant lastAt() {
        return lastAt;
    }

    long times() {
        return times;
    }

    String way() {
        return way;
    }

    @Nullable
    Instant goneAt() {
        return goneAt;
    }

    @Nullable
    String goneWay() {
        return goneWay;
    }
}
