// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * Lets partners in. Contract and token are read at every request: there is no node that has not heard of a revocation.
 * Nobody learns here whether there is another partner.
 */
@ApplicationScoped
@Transactional
public class PartnerGate {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    @Inject
    Partners partners;

    @Inject
    Credentials credentials;

    @Inject
    InstantSource clock;

    /**
     * By a token of ours, or by an account of the server.
     *
     * @param authorization the header of that name
     * @param account whom the server itself has recognised
     * @param isPartner whether that account has the role
     * @throws Problem 401 for who is not known, 403 with the reason for who has no contract in force
     */
    public Contract admit(@Nullable String authorization, @Nullable String account, boolean isPartner) {
        Instant now = clock.instant();
        Optional<Token> token = Token.find(authorization);
        String login = token.isPresent() ? holder(token.get(), now) : account(authorization, account, isPartner);
        Partner partner = partners.find(login)
                .orElseThrow(() ->
                        refused("no-contract", Sentence.of("这个账号没有供稿合同。", "There is no contract for this account.")));
        Contract contract = partner.contract();
        if (now.isBefore(contract.validFrom())) {
            String begins = MOMENT.format(contract.validFrom());
            throw refused(
                    "contract-not-begun",
                    Sentence.of("您的合同 %s（北京时间）才开始。", "Your contract begins at %s (Beijing time).", begins));
        }
        if (contract.validTo() != null && !now.isBefore(contract.validTo())) {
            String ended = MOMENT.format(contract.validTo());
            throw refused(
                    "contract-lapsed",
                    Sentence.of(
                            "您的合同已于 %s（北京时间）到期，请与编辑部联系。",
                            "Your contract ended at %s (Beijing time); please speak to the newsroom.", ended));
        }
        return contract;
    }

    private String holder(Token token, Instant now) {
        return credentials
                .find(token)
                .filter(credential -> credential.isValidAt(now))
                .map(Credential::login)
                .orElseThrow(PartnerGate::badCredentials);
    }

    private static String account(@Nullable String authorization, @Nullable String account, boolean isPartner) {
        if (account == null) {
            throw authorization == null
                    ? new Problem(401, "unauthorized", Sentence.of("请先登录。", "Please give your credentials."))
                    : badCredentials();
        }
        if (!isPartner) {
            throw refused(
                    "not-a-partner",
                    Sentence.of("这里只供合作方取稿，您的角色不是 partner。", "This is for partners; your role is another."));
        }
        return account;
    }

    private static Problem badCredentials() {
        return new Problem(401, "bad-credentials", Sentence.of("用户名、密码或令牌不对。", "These credentials are not valid."));
    }

    private static Problem refused(String name, Sentence sentence) {
        return new Problem(403, name, sentence);
    }
}
