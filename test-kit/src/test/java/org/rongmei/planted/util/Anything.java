// SPDX-License-Identifier: Apache-2.0
package org.rongmei.planted.util;

class Anything {}
