// SPDX-License-Identifier: Apache-2.0
package org.rongmei.test;

import java.util.List;

/** An account for each role, with the role's name and the password {@code pw}. */
public final class TestAccounts {

    private static final List<String> ROLES =
            List.of("reporter", "editor", "chief-editor", "site-admin", "syndicator", "partner");

    private TestAccounts() {}

    /** @return what {@code accounts.xml} in a server's data directory has to say */
    public static String xml() {
        StringBuilder users = new StringBuilder();
        StringBuilder groups = new StringBuilder();
        for (String role : ROLES) {
            users.append("<user name=\"%s\" password=\"pw\"/>".formatted(role));
            groups.append("<group name=\"%s\"><member name=\"%s\"/></group>".formatted(role, role));
        }
        return "<server><basicRegistry id=\"accounts\" realm=\"rongmei\">" + users + groups
                + "</basicRegistry></server>";
    }
}
