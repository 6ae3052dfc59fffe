// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Stands before what is {@link Rationed}. */
@Provider
@Rationed
@ApplicationScoped
@Priority(Priorities.USER)
public class RationGate implements ContainerRequestFilter {

    private static final int NETWORK_BYTES = 8;

    @Inject
    SiteInfoSettings settings;

    @Inject
    InstantSource clock;

    /** The connection's address: a header could be anybody's word. */
    @Inject
    HttpServletRequest servletRequest;

    private Ration ration = new Ration(1);

    @PostConstruct
    void open() {
        ration = new Ration(settings.questionsPerMinute());
    }

    /** Who keeps the register has all pages of the site checked, one after the other. */
    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().isUserInRole("site-admin")) {
            return;
        }
        ration.take(client(servletRequest.getRemoteAddr()), clock.instant()).ifPresent(pause -> {
            throw new Problem(
                            429,
                            "too-many-questions",
                            Sentence.of("问得太快了，请稍后再试。", "Too many questions at once; please wait a little."))
                    .retryAfter(pause);
        });
    }

    /** An IPv6 network of 64 bits is one client: whoever has one address there has all of them. */
    static String client(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes.length > 4 ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
