// SPDX-License-Identifier: Apache-2.0
package org.rongmei.planted;

import jakarta.persistence.EntityManager;

class KeepsEntityManager {
    EntityManager entityManager;
}
