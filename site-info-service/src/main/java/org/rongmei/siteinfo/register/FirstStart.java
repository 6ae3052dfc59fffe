// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rongmei.kit.Problem;
import org.rongmei.siteinfo.SiteInfoSettings;

/** Fills an empty register from the configuration and from files, once, and sees to it that no site runs in earnest on the sample. */
@ApplicationScoped
class FirstStart {

    private static final System.Logger LOG = System.getLogger(FirstStart.class.getName());

    @Inject
    Registry registry;

    @Inject
    Registers registers;

    @Inject
    SiteInfoSettings settings;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        settings.register().ifPresent(json -> seedOne(json, "rongmei.siteinfo.register"));
        settings.seedDirectory().map(Path::of).filter(Files::isDirectory).ifPresent(this::seed);
        settings.site().ifPresent(this::refuseSampleInEarnest);
    }

    private void seed(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> registers = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            for (Path file : registers) {
                seedOne(Files.readString(file), file.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The registers in " + directory + " cannot be read", e);
        }
    }

    private void seedOne(String json, String source) {
        Register register = parse(json, source);
        String site = register.site();
        if (site == null) {
            throw new IllegalStateException(source + " does not say which site it is the register of");
        }
        if (registers.latest(site) > 0) {
            return;
        }
        try {
            registry.record(site, null, register, "first-start");
            LOG.log(Level.INFO, "Registered site " + site);
        } catch (Problem e) {
            // Several nodes may start for the first time at once.
            if (registers.latest(site) == 0) {
                throw new IllegalStateException(
                        source + " is refused: " + e.getMessage() + " "
                                + e.view(Locale.ENGLISH, source).errors(),
                        e);
            }
        }
    }

    private static Register parse(String json, String source) {
        try {
            return Register.fromJson(json);
        } catch (JsonbException e) {
            throw new IllegalStateException(source + " is not the JSON of a register", e);
        }
    }

    private void refuseSampleInEarnest(String site) {
        boolean sample = registers
                .find(site)
                .filter(inForce -> inForce.register().sample())
                .isPresent();
        if (sample && !settings.isLoopbackOnly()) {
            throw new IllegalStateException("Site " + site + " has the sample register: it is served on the loopback"
                    + " address only. Set rongmei.site to a site with a register of its own.");
        }
    }
}
