// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.licence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Sentence;

/**
 * 互联网新闻信息服务许可证, as far as a gate has to know it. 采编发布 covers reprinting too
 * (互联网新闻信息服务许可管理实施细则).
 *
 * @param number null when the register has none
 * @param validTo null when the register does not say
 */
public record Licence(
        @Nullable String number,
        List<String> categories,
        @Nullable Instant validTo) {

    private static final String GATHERING = "采编发布";
    private static final String REPRINTING = "转载";

    static final Licence NONE = new Licence(null, List.of(), null);

    public Licence {
        categories = List.copyOf(categories);
    }

    /** Why a news article may not be published by it at that moment; empty when it may. */
    public Optional<Sentence> objection(boolean reprint, Instant at) {
        if (number == null) {
            return Optional.of(Sentence.of("登记信息里没有新闻信息服务许可证编号。", "The register has no number of a licence for news."));
        }
        if (validTo == null) {
            return Optional.of(Sentence.of(
                    "登记信息里没有许可证的有效期，不知道是否有效。", "The register does not say until when the licence is valid."));
        }
        if (!at.isBefore(validTo)) {
            return Optional.of(Sentence.of("新闻信息服务许可证届时已经过期。", "The licence for news has expired by then."));
        }
        boolean gathers = categories.stream().anyMatch(category -> category.contains(GATHERING));
        boolean reprints = gathers || categories.stream().anyMatch(category -> category.contains(REPRINTING));
        if (reprint ? reprints : gathers) {
            return Optional.empty();
        }
        return Optional.of(
                reprint
                        ? Sentence.of("许可证的服务类别不包括转载。", "The licence does not cover reprinting.")
                        : Sentence.of("许可证的服务类别不包括采编发布。", "The licence does not cover gathering and publishing news."));
    }
}
