// SPDX-License-Identifier: Apache-2.0
package org.rongmei.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An account for each role, with the role's name and the password {@code pw}, and some more of the newsroom's: a review
 * takes several people.
 */
public final class TestAccounts {

    private static final Map<String, List<String>> MEMBERS = new LinkedHashMap<>();

    static {
        MEMBERS.put("reporter", List.of("reporter", "reporter2"));
        MEMBERS.put("editor", List.of("editor", "editor2", "editor3"));
        MEMBERS.put("chief-editor", List.of("chief-editor", "chief-editor2"));
        MEMBERS.put("site-admin", List.of("site-admin"));
        MEMBERS.put("syndicator", List.of("syndicator"));
        MEMBERS.put("partner", List.of("partner"));
    }

    private TestAccounts() {}

    /** @return what {@code accounts.xml} in a server's data directory has to say */
    public static String xml() {
        StringBuilder users = new StringBuilder();
        StringBuilder groups = new StringBuilder();
        MEMBERS.forEach((role, logins) -> {
            StringBuilder members = new StringBuilder();
            for (String login : logins) {
                users.append("<user name=\"%s\" password=\"pw\"/>".formatted(login));
                members.append("<member name=\"%s\"/>".formatted(login));
            }
            groups.append("<group name=\"%s\">%s</group>".formatted(role, members));
        });
        return "<server><basicRegistry id=\"accounts\" realm=\"rongmei\">" + users + groups
                + "</basicRegistry></server>";
    }
}
