// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.rongmei.feed.entry.Entry;
import org.rongmei.feed.entry.Section;
import org.rongmei.feed.entry.XmlText;

/** Makes of an entry what a partner keeps of it. */
public final class NinjsEditor {

    private static final System.Logger LOG = System.getLogger(NinjsEditor.class.getName());

    private final String siteUrl;
    private final EntryEditor editor;

    public NinjsEditor(String siteUrl, Audience audience) {
        this.siteUrl = siteUrl;
        this.editor = new EntryEditor(siteUrl, audience);
    }

    /**
     * Empty for an article that cannot be put into words: it costs itself, and not those beside it.
     *
     * @param section where it is now; the text itself may know an older name
     */
    public Optional<JsonObject> edit(Entry entry, Optional<Section> section) {
        try {
            return Optional.of(NinjsWriter.article(
                    editor.edit(entry.story(), false), section.map(this::place).orElse(null)));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Article " + entry.articleId() + " cannot be put into ninjs", e);
            return Optional.empty();
        }
    }

    private NinjsWriter.Place place(Section section) {
        return new NinjsWriter.Place(
                section.path(), XmlText.legal(section.name()), siteUrl + "/" + section.path() + "/");
    }
}
