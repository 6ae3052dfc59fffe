// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rongmei.siteinfo.register.Register;

/**
 * A footer of one of the shapes that footers have, and what it says: in the file the footer stands above {@code =>} and one
 * fact a line below it. {@code ␣} is a no-break space.
 */
record SampleFooter(String name, String footer, List<String> facts) {

    private static final Path ALL = Path.of("src/test/resources/org/rongmei/siteinfo/reading");

    static List<SampleFooter> in(String set) {
        try (Stream<Path> files = Files.list(ALL.resolve(set))) {
            return files.sorted().map(SampleFooter::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampleFooter read(Path file) {
        try {
            String[] halves = Files.readString(file).split("(?m)^=>\\R?", -1);
            return new SampleFooter(
                    file.getFileName().toString(),
                    halves[0].replace('␣', '\u00a0'),
                    halves[1].lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FooterReading read() {
        return name.endsWith(".html") ? FooterParser.parseHtml(footer) : FooterParser.parseText(footer);
    }

    @Override
    public String toString() {
        return name;
    }

    /** All that was read, in the spelling of the files. */
    static List<String> facts(FooterReading.Draft draft) {
        List<String> facts = new ArrayList<>();
        if (draft.name() != null) {
            facts.add("name = " + draft.name());
        }
        draft.hosts().forEach(host -> facts.add("host = " + host));
        draft.organisations().forEach(each -> facts.add(each.role() + " = " + each.name()));
        draft.identifiers().forEach(each -> identifier(each, facts));
        if (draft.address() != null && draft.address().text() != null) {
            facts.add("address = " + draft.address().text());
        }
        if (draft.address() != null && draft.address().postcode() != null) {
            facts.add("postcode = " + draft.address().postcode());
        }
        draft.contacts().forEach(each -> facts.add(each.kind() + " = " + each.value()));
        draft.navigation()
                .forEach(each -> facts.add("navigation = " + each.kind() + " " + each.label()
                        + (each.target() == null ? "" : " " + each.target())));
        draft.badges().forEach(each -> facts.add("badge = " + each.text()));
        return facts;
    }

    private static void identifier(Register.Identifier each, List<String> facts) {
        String label =
                each.label() == null ? "" : each.number() == null ? "(" + each.label() + ")" : each.label() + " ";
        facts.add(each.kind() + " = " + label + (each.number() == null ? "" : each.number()));
        if (each.holder() != null) {
            facts.add(each.kind() + ".holder = " + each.holder());
        }
        each.categories().forEach(category -> facts.add(each.kind() + ".category = " + category));
    }
}
