// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The newsroom's content store, under {@code /content}. */
@ApplicationPath("/")
@DeclareRoles({"reporter", "editor", "chief-editor", "site-admin", "syndicator"})
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Rongmei article-service",
                        version = "1.0",
                        description = "Stores articles, sections and pictures, and tells followers what has changed. "
                                + "Reading what is published is open to everybody; writing needs a role."))
@SecurityScheme(
        securitySchemeName = "basic",
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "An account of the server's user registry")
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A MicroProfile JWT of the configured issuer; its groups are the roles")
public class ArticleApplication extends Application {}
