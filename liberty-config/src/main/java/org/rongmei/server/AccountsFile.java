// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The user registry of a data directory, as Open Liberty includes it: logins, hashed passwords, roles as groups. Only its
 * owner can read it. Liberty takes changes while it runs.
 */
final class AccountsFile {

    static final List<String> ROLES =
            List.of("reporter", "editor", "chief-editor", "site-admin", "partner", "syndicator");

    /** A login's password hash; one that has no roles any more is disabled. */
    private final Map<String, String> hashes = new TreeMap<>();

    private final Map<String, Set<String>> roles = new TreeMap<>();
    private final Path file;
    private final UnaryOperator<String> hash;

    private AccountsFile(Path file, UnaryOperator<String> hash) {
        this.file = file;
        this.hash = hash;
    }

    static AccountsFile in(Path data) {
        return in(data, Passwords::hash);
    }

    /** @param hash makes of a password what may be written down of it */
    static AccountsFile in(Path data, UnaryOperator<String> hash) {
        AccountsFile accounts = new AccountsFile(data.resolve("accounts.xml"), hash);
        if (accounts.exists()) {
            accounts.read();
        }
        return accounts;
    }

    boolean exists() {
        return Files.exists(file);
    }

    void add(String login, String password, Collection<String> newRoles) {
        if (!login.matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")) {
            throw new Refusal("A login has letters, digits and ._@- only: " + login + " does not.");
        }
        newRoles.stream().filter(role -> !ROLES.contains(role)).findFirst().ifPresent(role -> {
            throw new Refusal("There is no role " + role + "; the roles are " + String.join(", ", ROLES) + ".");
        });
        hashes.put(login, hash.apply(password));
        roles.put(login, new TreeSet<>(newRoles));
    }

    void changePassword(String login, String password) {
        requireKnown(login);
        hashes.put(login, hash.apply(password));
    }

    /** The name stays, so that nobody else gets it: what was signed with it stays signed by the same person. */
    void disable(String login) {
        requireKnown(login);
        hashes.put(login, hash.apply(Passwords.random()));
        roles.put(login, new TreeSet<>());
    }

    void remove(String login) {
        hashes.remove(login);
        roles.remove(login);
    }

    boolean knows(String login) {
        return hashes.containsKey(login);
    }

    private void requireKnown(String login) {
        if (!knows(login)) {
            throw new Refusal("There is no account " + login + ".");
        }
    }

    Map<String, Set<String>> rolesByLogin() {
        return roles;
    }

    private void read() {
        Document document = parse();
        NodeList users = document.getElementsByTagName("user");
        for (int at = 0; at < users.getLength(); at++) {
            Element user = (Element) users.item(at);
            hashes.put(user.getAttribute("name"), user.getAttribute("password"));
            roles.put(user.getAttribute("name"), new TreeSet<>());
        }
        NodeList groups = document.getElementsByTagName("group");
        for (int at = 0; at < groups.getLength(); at++) {
            Element group = (Element) groups.item(at);
            NodeList members = group.getElementsByTagName("member");
            for (int member = 0; member < members.getLength(); member++) {
                String login = ((Element) members.item(member)).getAttribute("name");
                roles.computeIfAbsent(login, name -> new TreeSet<>()).add(group.getAttribute("name"));
            }
        }
    }

    private Document parse() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new Refusal("The accounts in " + file + " cannot be read.", e);
        }
    }

    /** Replaces the file in one step: a server that is just reading it sees the old one or the new one. */
    void write() {
        Path part = file.resolveSibling("accounts.xml.part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream output = Files.newOutputStream(part)) {
                Transformer transformer =
                        TransformerFactory.newDefaultInstance().newTransformer();
                transformer.setOutputProperty(OutputKeys.INDENT, "yes");
                transformer.transform(new DOMSource(document()), new StreamResult(output));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The accounts cannot be written to " + file, e);
        } catch (TransformerException | ParserConfigurationException e) {
            throw new IllegalStateException("This Java cannot write XML", e);
        }
    }

    private Document document() throws ParserConfigurationException {
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
        Element server = document.createElement("server");
        server.setAttribute("description", "Accounts of this newsroom; kept by ./accounts");
        document.appendChild(server);
        Element registry = document.createElement("basicRegistry");
        registry.setAttribute("id", "accounts");
        registry.setAttribute("realm", "rongmei");
        server.appendChild(registry);
        hashes.forEach((login, hash) -> {
            Element user = document.createElement("user");
            user.setAttribute("name", login);
            user.setAttribute("password", hash);
            registry.appendChild(user);
        });
        for (String role : ROLES) {
            Element group = document.createElement("group");
            group.setAttribute("name", role);
            roles.entrySet().stream()
                    .filter(account -> account.getValue().contains(role))
                    .forEach(account -> {
                        Element member = document.createElement("member");
                        member.setAttribute("name", account.getKey());
                        group.appendChild(member);
                    });
            registry.appendChild(group);
        }
        return document;
    }
}
