/** The newsroom's content store: what every feature of it stands on. */
@NullMarked
package org.rongmei.article;

import org.jspecify.annotations.NullMarked;
