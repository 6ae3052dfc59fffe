// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void servicesAreAtTheSameAddressesWhoeverAnswersThere() {
        Shape separate = shape("--separate");
        Shape nodes = shape("--nodes");

        assertThat(separate.nodes()).extracting(Shape.Node::port).containsExactly(9001, 9002, 9003, 9000);
        assertThat(List.of(nodes.site(), nodes.article(), nodes.feed(), nodes.siteInfo()))
                .isEqualTo(List.of(separate.site(), separate.article(), separate.feed(), separate.siteInfo()));
        assertThat(shape().ports()).containsExactly(9000);
    }

    @Test
    void nodesComeTheFirstOfEachFirstAndShareNoPort() {
        Shape nodes = shape("--nodes");

        assertThat(nodes.nodes()).extracting(Shape.Node::number).containsExactly(1, 1, 1, 1, 2, 2, 2, 2);
        assertThat(nodes.nodes()).extracting(Shape.Node::name).doesNotHaveDuplicates();
        assertThat(nodes.ports())
                .hasSize(12)
                .doesNotHaveDuplicates()
                .doesNotContain(nodes.database())
                .allMatch(port -> port >= 9000 && port < 9013);
    }

    private static Shape shape(String... words) {
        return Shape.of(LaunchOptions.parse(
                Stream.concat(Stream.of("--port", "9000"), Stream.of(words)).toList()));
    }
}
