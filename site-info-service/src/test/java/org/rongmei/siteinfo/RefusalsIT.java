// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;
import org.rongmei.test.Refusals;

/** What is not taken, operation by operation: {@code refusals.txt} says what is sent and how it is refused. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RefusalsIT {

    private static final Refusals REFUSALS = Refusals.of(RefusalsIT.class, "site-info");
    private static final String SITE = "s" + UUID.randomUUID().toString().substring(0, 8);

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("site-info-service", "site-info");
    }

    static Stream<Refusals.Refusal> refusals() {
        return REFUSALS.lines();
    }

    private final String server = "http://localhost:" + System.getProperty("rongmei.it.port");
    private final Http anybody = Http.at(server + "/site-info");

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsRefusedIsExplainedAndChangesNothing(Refusals.Refusal refusal) {
        register();
        List<String> before = state();

        Http.Answer refused = Refusals.send(refusal, anybody, Map.of("site", SITE));

        Refusals.requireExplained(refusal, refused);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void everyOperationOfTheDocumentIsInTheTable() {
        // A site that nobody has registered is registered by it.
        REFUSALS.requireEveryOperation(Http.at(server), "put /sites/{site}: 404");
    }

    private List<String> state() {
        return List.of(
                anybody.get("/sites").body(),
                anybody.as("site-admin").get("/sites/" + SITE + "/versions").body());
    }

    private void register() {
        if (anybody.get("/sites/" + SITE).status() == 404) {
            Http.Answer registered = anybody.as("site-admin")
                    .put("/sites/" + SITE, "{\"name\":\"甲\",\"hosts\":[\"%s.example\"]}".formatted(SITE));
            assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        }
    }
}
