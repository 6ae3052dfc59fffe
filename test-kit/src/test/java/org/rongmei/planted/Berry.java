// SPDX-License-Identifier: Apache-2.0
package org.rongmei.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Berry {
    @Id
    long id;
}
