// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Who we are and by which licence, under {@code /site-info}. */
@ApplicationPath("/")
@DeclareRoles({"site-admin", "chief-editor"})
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Rongmei site-info-service",
                        version = "1.0",
                        description =
                                "Licences, filings, sponsor and address of any number of sites, with history, and "
                                        + "the footer that shows them."))
@SecurityScheme(
        securitySchemeName = "basic",
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "An account of the server's user registry")
public class SiteInfoApplication extends Application {}
