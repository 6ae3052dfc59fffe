// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsFileTest {

    @TempDir
    Path data;

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        AccountsFile accounts = accounts();
        accounts.add("zhang", "secret", List.of("editor"));

        accounts.write();
        accounts.write();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("accounts.xml"))))
                .isEqualTo("rw-------");
        assertThat(data).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        AccountsFile accounts = accounts();
        accounts.add("zhang", "secret", List.of("editor", "site-admin"));
        accounts.add("li@example.com", "other", List.of("reporter"));

        accounts.write();

        AccountsFile read = accounts();
        assertThat(read.rolesByLogin()).isEqualTo(accounts.rolesByLogin()).hasSize(2);
        assertThat(read.rolesByLogin().get("zhang")).containsExactly("editor", "site-admin");
        assertThat(read.knows("li@example.com")).isTrue();
        assertThat(read.knows("wang")).isFalse();
    }

    @Test
    void passwordIsWrittenAsHashOnly() throws IOException {
        AccountsFile accounts = accounts();
        accounts.add("zhang", "secret", List.of("editor"));

        accounts.write();

        assertThat(document()).contains("password=\"{hash}terces\"").doesNotContain("secret");
    }

    @Test
    void rewritingKeepsTheHashOfWhoeverIsNotConcerned() throws IOException {
        AccountsFile accounts = accounts();
        accounts.add("zhang", "secret", List.of("editor"));
        accounts.add("li", "other", List.of("reporter"));
        accounts.write();

        AccountsFile later = accounts();
        later.changePassword("li", "newer");
        later.write();

        assertThat(document()).contains("{hash}terces", "{hash}rewen").doesNotContain("{hash}rehto");
    }

    @Test
    void disabledAccountKeepsItsNameAndNothingElse() throws IOException {
        AccountsFile accounts = accounts();
        accounts.add("zhang", "secret", List.of("editor"));

        accounts.disable("zhang");
        accounts.write();

        AccountsFile read = accounts();
        assertThat(read.knows("zhang")).isTrue();
        assertThat(read.rolesByLogin().get("zhang")).isEmpty();
        assertThat(document()).doesNotContain("{hash}terces");
    }

    @Test
    void removedAccountLeavesNothing() throws IOException {
        AccountsFile accounts = accounts();
        accounts.add("loader", "secret", List.of("chief-editor"));
        accounts.write();

        accounts.remove("loader");
        accounts.write();

        assertThat(document()).doesNotContain("loader");
    }

    @Test
    void everyRoleIsGroupEvenWithoutMembers() throws IOException {
        accounts().write();

        assertThat(document())
                .contains(AccountsFile.ROLES.stream()
                        .map(role -> "<group name=\"" + role + "\"/>")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张", "a b", "-a", "a\"b", "<a>", "a/b"})
    void loginThatIsNoneIsRefused(String login) {
        AccountsFile accounts = accounts();

        assertThatThrownBy(() -> accounts.add(login, "secret", List.of("editor")))
                .isInstanceOf(Refusal.class);

        assertThat(accounts.knows(login)).isFalse();
    }

    @Test
    void loginIsAtMostSixtyFourCharactersLong() {
        assertThatNoException().isThrownBy(() -> accounts().add("a".repeat(64), "secret", List.of("editor")));
        assertThatThrownBy(() -> accounts().add("a".repeat(65), "secret", List.of("editor")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void roleThatIsNoneIsRefused() {
        AccountsFile accounts = accounts();

        assertThatThrownBy(() -> accounts.add("zhang", "secret", List.of("editor", "boss")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("boss");

        assertThat(accounts.knows("zhang")).isFalse();
    }

    @Test
    void whoeverIsNotThereCannotBeChanged() {
        AccountsFile accounts = accounts();

        assertThatThrownBy(() -> accounts.disable("nobody")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> accounts.changePassword("nobody", "x")).isInstanceOf(Refusal.class);
    }

    @Test
    void fileThatIsNoXmlIsRefusedByName() throws IOException {
        Files.writeString(data.resolve("accounts.xml"), "<server>");

        assertThatThrownBy(this::accounts).isInstanceOf(Refusal.class).hasMessageContaining("accounts.xml");
    }

    private String document() throws IOException {
        return Files.readString(data.resolve("accounts.xml"));
    }

    private AccountsFile accounts() {
        return AccountsFile.in(data, password -> "{hash}" + new StringBuilder(password).reverse());
    }
}
