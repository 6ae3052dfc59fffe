// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongmei.site.upstream.Newsroom;

/**
 * A draft's pictures are as hidden as the draft, and a browser that was asked who it is for a page does not say so for
 * the pictures on it. In a preview they are part of the page.
 */
@ApplicationScoped
class HiddenPictures {

    private static final Pattern PICTURE = Pattern.compile("/content/(media/[0-9a-z]{13}/[a-z]+)");
    private static final int MOST = 30;

    @Inject
    Newsroom newsroom;

    Page placedIn(Page page, String authorization) {
        Map<String, String> known = new HashMap<>();
        Matcher pictures = PICTURE.matcher(new String(page.html(), StandardCharsets.UTF_8));
        String html = pictures.replaceAll(found -> Matcher.quoteReplacement(
                known.size() < MOST || known.containsKey(found.group())
                        ? known.computeIfAbsent(found.group(), address -> data(address, found.group(1), authorization))
                        : found.group()));
        return Page.of(page.status(), html.getBytes(StandardCharsets.UTF_8));
    }

    private String data(String address, String path, String authorization) {
        return newsroom.picture(path, authorization)
                .map(picture -> "data:" + picture.type() + ";base64,"
                        + Base64.getEncoder().encodeToString(picture.bytes()))
                .orElse(address);
    }
}
