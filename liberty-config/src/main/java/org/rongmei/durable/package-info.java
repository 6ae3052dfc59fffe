/** H2, but a commit is on the disk before it is acknowledged. */
@NullMarked
package org.rongmei.durable;

import org.jspecify.annotations.NullMarked;
