// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchOptionsTest {

    @Test
    void withoutWordsEverythingIsAsUsual() {
        assertThat(parse())
                .isEqualTo(
                        new LaunchOptions(9080, 9443, "127.0.0.1", Path.of("data"), false, false, false, false, null));
    }

    @Test
    void everyWordIsHeard() {
        LaunchOptions options = parse(
                "--separate",
                "--port",
                "8000",
                "--https-port",
                "8443",
                "--host",
                "0.0.0.0",
                "--data",
                "/srv/news",
                "--site",
                "zhucheng",
                "--empty",
                "--restored");

        assertThat(options)
                .isEqualTo(new LaunchOptions(
                        8000, 8443, "0.0.0.0", Path.of("/srv/news"), true, true, false, true, "zhucheng"));
    }

    @Test
    void anotherPortBringsNoSecureOneAlong() {
        assertThat(parse("--port", "8000").httpsPort()).isEqualTo(-1);
        assertThat(parse("--port", "9080").httpsPort()).isEqualTo(9443);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65520", "70000", "http", "", "80.0"})
    void portThatIsNoneIsRefused(String port) {
        assertThatThrownBy(() -> parse("--port", port))
                .isInstanceOf(Refusal.class)
                .hasMessage(port + " is no port number.");
        assertThatThrownBy(() -> parse("--https-port", port)).isInstanceOf(Refusal.class);
    }

    @Test
    void nodesAreBehindNginxWhichHasTheCertificates() {
        assertThat(parse("--nodes"))
                .extracting(LaunchOptions::nodes, LaunchOptions::httpsPort)
                .containsExactly(true, -1);
        assertThatThrownBy(() -> parse("--nodes", "--https-port", "8443")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> parse("--nodes", "--separate")).isInstanceOf(Refusal.class);
    }

    @Test
    void allServersFitAboveTheHighestPort() {
        assertThat(parse("--port", "65519").port()).isEqualTo(65_519);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--verbose", "-p", "start", "--PORT"})
    void unknownWordIsAnsweredWithTheUsage(String word) {
        assertThatThrownBy(() -> parse(word)).isInstanceOf(Refusal.class).hasMessage(LaunchOptions.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--https-port", "--host", "--data", "--site"})
    void optionWithoutItsValueIsNamed(String option) {
        assertThatThrownBy(() -> parse("--empty", option))
                .isInstanceOf(Refusal.class)
                .hasMessage(option + " needs a value.");
    }

    @Test
    void onlyThisMachineIsLoopback() {
        assertThat(List.of("127.0.0.1", "127.1.2.3", "localhost", "::1"))
                .allMatch(host -> parse("--host", host).isLoopback());
        assertThat(List.of("0.0.0.0", "192.168.1.2", "::", "news.example.com", "1.127.0.0"))
                .noneMatch(host -> parse("--host", host).isLoopback());
    }

    private static LaunchOptions parse(String... words) {
        return LaunchOptions.parse(List.of(words));
    }
}
