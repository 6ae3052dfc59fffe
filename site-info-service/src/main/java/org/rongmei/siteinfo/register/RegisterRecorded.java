// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

/** A site has a new version of its register. */
record RegisterRecorded(String site) {}
