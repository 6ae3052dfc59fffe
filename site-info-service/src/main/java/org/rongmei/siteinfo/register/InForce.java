// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

/** A version in force, and the entity tag by which a writer says to have seen it. */
public record InForce(Register register, String etag) {

    /** @param latest the newest version there is, which may be one for the future: whoever writes must know of it */
    static InForce of(Register register, int latest) {
        return new InForce(register, "\"" + register.version() + "-" + latest + "\"");
    }
}
