// SPDX-License-Identifier: Apache-2.0
/** What the law says of a finding, in the version that was in force at a moment. */
@NullMarked
package org.rongmei.siteinfo.law;

import org.jspecify.annotations.NullMarked;
