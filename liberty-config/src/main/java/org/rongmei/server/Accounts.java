// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./accounts}: who may log in, and as what. */
public final class Accounts {

    private static final String USAGE = """
            ./accounts [--data DIR] list
            ./accounts [--data DIR] add LOGIN ROLE...
            ./accounts [--data DIR] password LOGIN
            ./accounts [--data DIR] disable LOGIN
            New passwords are made up and printed once, or taken from RONGMEI_PASSWORD.""";

    private final AccountsFile accounts;
    private final PrintStream out;

    Accounts(AccountsFile accounts, PrintStream out) {
        this.accounts = accounts;
        this.out = out;
    }

    public static void main(String[] arguments) {
        try {
            List<String> words = new ArrayList<>(List.of(arguments));
            Path data = Path.of("data");
            if (words.size() > 1 && words.get(0).equals("--data")) {
                data = Path.of(words.get(1));
                words.subList(0, 2).clear();
            }
            if (!Files.isDirectory(data)) {
                throw new Refusal("There is no data directory " + data.toAbsolutePath() + ".");
            }
            new Accounts(AccountsFile.in(data), System.out).run(words);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void run(List<String> words) {
        String command = words.isEmpty() ? "" : words.get(0);
        if (command.equals("list") && words.size() == 1) {
            list();
        } else if (command.equals("add") && words.size() > 2) {
            add(words.get(1), words.subList(2, words.size()));
        } else if (command.equals("password") && words.size() == 2) {
            changePassword(words.get(1));
        } else if (command.equals("disable") && words.size() == 2) {
            accounts.disable(words.get(1));
            accounts.write();
            out.println(words.get(1) + " is disabled.");
        } else {
            throw new Refusal(USAGE);
        }
    }

    private void list() {
        accounts.rolesByLogin()
                .forEach((login, roles) ->
                        out.printf("%-20s %s%n", login, roles.isEmpty() ? "(disabled)" : String.join(", ", roles)));
    }

    private void add(String login, List<String> roles) {
        if (accounts.knows(login)) {
            throw new Refusal("There is an account " + login + " already.");
        }
        String password = newPassword();
        accounts.add(login, password, roles);
        accounts.write();
        tell(login, password);
    }

    private void changePassword(String login) {
        String password = newPassword();
        accounts.changePassword(login, password);
        accounts.write();
        tell(login, password);
    }

    private static String newPassword() {
        return Passwords.fromEnvironment().orElseGet(Passwords::random);
    }

    private void tell(String login, String password) {
        out.println(
                Passwords.fromEnvironment().isPresent()
                        ? login + " has the password of RONGMEI_PASSWORD."
                        : login + " has the password " + password);
    }
}
