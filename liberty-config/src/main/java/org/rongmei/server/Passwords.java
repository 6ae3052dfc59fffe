// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import java.lang.reflect.InvocationTargetException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes passwords, and the hashes by which Open Liberty knows them. */
final class Passwords {

    /** Without the letters and digits that people mistake for each other. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String random() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(at -> ALPHABET.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    /** One password for all accounts, for scripts. */
    static Optional<String> fromEnvironment() {
        return Optional.ofNullable(System.getenv("RONGMEI_PASSWORD")).filter(password -> !password.isBlank());
    }

    /** By Liberty's own class, found in its installation: the format is its business. */
    static String hash(String password) {
        try {
            return (String) Class.forName("com.ibm.websphere.crypto.PasswordUtil")
                    .getMethod("encode", String.class, String.class)
                    .invoke(null, password, "hash");
        } catch (ClassNotFoundException e) {
            throw new Refusal(
                    "Open Liberty's password tool is not on the class path; start this with ./run or ./accounts.", e);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Open Liberty's password tool has changed", e);
        }
    }
}
