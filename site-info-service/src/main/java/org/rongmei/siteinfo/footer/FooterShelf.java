// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rongmei.siteinfo.register.InForce;

/** Footers that are ready to go out, for as long as the register that they were made from is in force. */
@ApplicationScoped
class FooterShelf {

    /** All that was made of one register. */
    private record Place(InForce inForce, Map<FooterForm, FooterForm.Rendered> footers) {}

    private final Map<String, Place> places = new ConcurrentHashMap<>();

    public FooterForm.Rendered get(InForce inForce, FooterForm form) {
        String site = String.valueOf(inForce.register().site());
        Place place = places.get(site);
        if (place == null || place.inForce() != inForce) {
            place = new Place(inForce, new ConcurrentHashMap<>());
            places.put(site, place);
        }
        return place.footers().computeIfAbsent(form, wanted -> wanted.render(inForce.register()));
    }
}
