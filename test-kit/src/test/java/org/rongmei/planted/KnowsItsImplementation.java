// SPDX-License-Identifier: Apache-2.0
package org.rongmei.planted;

import org.eclipse.persistence.planted.Imitation;

class KnowsItsImplementation {
    Imitation imitation;
}
