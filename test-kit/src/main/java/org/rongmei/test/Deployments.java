// SPDX-License-Identifier: Apache-2.0
package org.rongmei.test;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The service as it was built, with what a test brings into it. */
public final class Deployments {

    private Deployments() {}

    /** @param contextRoot where it is in every server: {@code content} */
    public static WebArchive service(String name, String contextRoot) {
        WebArchive built = ShrinkWrap.createFromZipFile(
                WebArchive.class, Path.of("target", name + ".war").toFile());
        return ShrinkWrap.create(WebArchive.class, contextRoot + ".war")
                .merge(built)
                .addAsLibraries(
                        jarOf("org.assertj.core.api.Assertions"),
                        jarOf("org.awaitility.Awaitility"),
                        jarOf("org.hamcrest.Matcher"));
    }

    private static File jarOf(String className) {
        try {
            return Path.of(Class.forName(className)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toFile();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(className + " is not on the class path of the tests", e);
        }
    }
}
