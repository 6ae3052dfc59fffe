// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Syndication, under {@code /feeds}. The feeds themselves leave by a servlet: that is a third cheaper. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Rongmei feed-service",
                        version = "1.0",
                        description = "RSS, Atom and JSON Feed of the site, of every section, tag and author."))
@SecurityScheme(
        securitySchemeName = "basic",
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "An account of the server's user registry")
public class FeedApplication extends Application {}
