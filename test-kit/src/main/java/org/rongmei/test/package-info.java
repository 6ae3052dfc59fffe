/** What tests of all modules share. */
@NullMarked
package org.rongmei.test;

import org.jspecify.annotations.NullMarked;
