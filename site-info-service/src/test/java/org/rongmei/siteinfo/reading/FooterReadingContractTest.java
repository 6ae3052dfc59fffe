// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.rongmei.siteinfo.register.Register;
import org.rongmei.test.Contracts;

class FooterReadingContractTest {

    private final JsonObject contract = json(Contracts.read("footer-reading.json"));

    @Test
    void readingOfTheReferenceFooterIsThatOfTheContract() {
        String text = contract.getJsonObject("question").getString("text");

        String reading = JsonbBuilder.create().toJson(FooterParser.parseText(text));

        assertThat(json(reading)).isEqualTo(contract.getJsonObject("answer"));
    }

    @Test
    void fieldsAreThoseOfARegister() {
        String read = contract.getJsonObject("answer").getJsonObject("register").toString();

        Register register = JsonbBuilder.create().fromJson(read, Register.class);

        assertThat(register.organisations()).hasSize(3);
        assertThat(register.identifiers()).hasSize(2);
        assertThat(register.contacts()).hasSize(1);
        assertThat(register.navigation()).hasSize(3);
        assertThat(register.badges()).hasSize(1);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
