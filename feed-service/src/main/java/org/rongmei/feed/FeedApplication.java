// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** Syndication, under {@code /feeds}. The feeds themselves leave by a servlet: that is a third cheaper. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Rongmei feed-service",
                        version = "1.0",
                        description = "RSS, Atom and JSON Feed of the site, of every section, tag and author."))
public class FeedApplication extends Application {}
