// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.List;

/**
 * A place where a footer names a field: the label, and where its value begins. The value of a filing number is the mark
 * itself.
 *
 * @param colon whether the label says with a colon that a value follows
 */
record Mark(int start, int value, List<Field> fields, boolean colon) {

    Field field() {
        return fields.get(0);
    }

    boolean is(Field.Form form) {
        return field().form == form;
    }
}
