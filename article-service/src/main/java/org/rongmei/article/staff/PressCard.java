// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.staff;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rongmei.kit.Sentence;
import org.rongmei.kit.Text;

/**
 * 新闻记者证: whoever reports for a news organisation carries one (互联网新闻信息服务管理规定 第十一条).
 *
 * @param validTo the last day on which it is valid, in China
 */
public record PressCard(
        @Text(max = 40, required = true) String number,
        @NotNull LocalDate validTo) {

    /** Time enough to renew it. */
    static final int DAYS_OF_NOTICE = 60;

    /** What is to be said of it on a day. */
    public Optional<Expiry> expiry(LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, validTo);
        return days > DAYS_OF_NOTICE ? Optional.empty() : Optional.of(new Expiry(days));
    }

    /** @param days left, negative when it is over */
    public record Expiry(long days) {

        public boolean isOver() {
            return days < 0;
        }

        public Sentence said(String name) {
            return isOver()
                    ? Sentence.of("%s的记者证已过期。", "The press card of %s has expired.", name)
                    : Sentence.of("%s的记者证还有 %d 天到期。", "The press card of %s expires in %d days.", name, days);
        }
    }
}
