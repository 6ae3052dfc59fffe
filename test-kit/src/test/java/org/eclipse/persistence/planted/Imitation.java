// SPDX-License-Identifier: Apache-2.0
package org.eclipse.persistence.planted;

/** Stands in for a class of an implementation. */
public class Imitation {}
