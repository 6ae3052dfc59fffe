// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import java.util.List;
import org.rongmei.siteinfo.Finding;

/** What was found, on the wire. */
public record FindingList(List<Finding.View> findings) {}
