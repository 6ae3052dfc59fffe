/** What surrounds the servers: the launcher, the accounts file, the sample newsroom, the durable embedded database. */
@NullMarked
package org.rongmei.server;

import org.jspecify.annotations.NullMarked;
