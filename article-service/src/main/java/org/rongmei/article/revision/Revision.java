// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.revision;

import jakarta.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Conditional;

/** One version of a text. Never changed once it is there. */
@Entity
public class Revision {

    /**
     * What was written.
     *
     * @param section its id
     * @param manuscript JSON
     * @param body sanitised HTML
     */
    public record Text(long section, String manuscript, String body, boolean minor) {

        /** In hexadecimal, of all of it. */
        public String sha256() {
            String all = Json.createArrayBuilder()
                    .add(section)
                    .add(manuscript)
                    .add(body)
                    .add(minor)
                    .build()
                    .toString();
            return HexFormat.of().formatHex(Conditional.sha256(all.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Id
    private long id;

    @Column(name = "article_id")
    private long articleId;

    private int number;
    private Instant at = Instant.EPOCH;
    private String login = "";
    private String action = "";

    @Column(name = "section_id")
    private long sectionId;

    private String manuscript = "{}";
    private String body = "";
    private boolean minor;

    protected Revision() {} // for Jakarta Persistence

    Revision(long articleId, int number, Instant at, String login, String action, Text text) {
        this.id = SortedId.next(at);
        this.articleId = articleId;
        this.number = number;
        this.at = at;
        this.login = login;
        this.action = action;
        this.sectionId = text.section();
        this.manuscript = text.manuscript();
        this.body = text.body();
        this.minor = text.minor();
    }

    /** The only version of what nobody has changed yet. */
    public static Revision first(long articleId, Instant at, String login, Text text) {
        return new Revision(articleId, 1, at, login, "drafted", text);
    }

    /** From 1, and without a gap. */
    public int number() {
        return number;
    }

    public Instant at() {
        return at;
    }

    public String login() {
        return login;
    }

    public String action() {
        return action;
    }

    public Text text() {
        return new Text(sectionId, manuscript, body, minor);
    }
}
