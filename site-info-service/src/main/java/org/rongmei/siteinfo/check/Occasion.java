// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.rongmei.siteinfo.identifier.IdentifierKind;
import org.rongmei.siteinfo.register.Register;
import org.rongmei.siteinfo.register.Said;

/** What is known of a page besides its text: its kind, and the register of the site that it belongs to. */
record Occasion(PageKind kind, Optional<Register> register) {

    /** The numbers of one kind that the register has. */
    Stream<String> registered(IdentifierKind wanted) {
        return register.stream()
                .flatMap(known -> known.identifiers().stream())
                .filter(identifier -> identifier.kind().equals(wanted.toString()))
                .flatMap(identifier -> Stream.ofNullable(identifier.number()))
                .filter(Said::isSaid);
    }
}
