// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.identifier.IdentifierKind;
import org.rongmei.siteinfo.identifier.Sighting;

/** A page with sound or film belongs to a site with a licence for it (互联网视听节目服务管理规定). */
final class AudiovisualRule implements Rule {

    private static final Pattern LICENCE = Pattern.compile("视听节目许可证?(?:编号|证号|号)?[:( ]{0,6}+([0-9](?: ?[0-9]){4,12}+)");

    @Override
    public void look(Page page, Occasion occasion, Consumer<Finding> found) {
        Matcher shown = LICENCE.matcher(page.folded());
        if (shown.find()) {
            Sighting licence = new Sighting(IdentifierKind.AV_LICENCE, shown.start(1), shown.end(1), shown.group(1));
            Numbers.judge(page, licence, occasion, found);
            return;
        }
        Optional<Element> player = Optional.ofNullable(page.document().selectFirst("video, audio"));
        if (player.isPresent()
                && occasion.registered(IdentifierKind.AV_LICENCE).findAny().isEmpty()) {
            found.accept(page.at(
                    player.get(),
                    Finding.warning(
                            "AV_LICENCE_MISSING",
                            "页面有音视频，却没有标明信息网络传播视听节目许可证。",
                            "The page has sound or film, and shows no licence for audiovisual programmes.")));
        }
    }
}
