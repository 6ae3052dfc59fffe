/** What tests of all modules share. */
package org.rongmei.test;
