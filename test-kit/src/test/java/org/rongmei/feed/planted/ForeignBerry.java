// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.planted;

/** A class of a service, for another service to depend on where it must not. */
public class ForeignBerry {}
