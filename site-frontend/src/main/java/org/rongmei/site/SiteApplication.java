// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The public site, at {@code /}. */
@ApplicationPath("/")
public class SiteApplication extends Application {}
