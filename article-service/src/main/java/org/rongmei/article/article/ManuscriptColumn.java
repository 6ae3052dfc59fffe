// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A manuscript is one JSON document in the database. */
@Converter(autoApply = true)
class ManuscriptColumn implements AttributeConverter<Manuscript, String> {

    @Override
    public String convertToDatabaseColumn(Manuscript manuscript) {
        return manuscript.toJson();
    }

    @Override
    public Manuscript convertToEntityAttribute(String column) {
        return Manuscript.fromJson(column);
    }
}
