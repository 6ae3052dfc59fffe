// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** States are stored by the name they have on the wire, which outlives the name of a constant. */
@Converter(autoApply = true)
class StateColumn implements AttributeConverter<ArticleState, String> {

    @Override
    public String convertToDatabaseColumn(ArticleState state) {
        return state.toString();
    }

    @Override
    public ArticleState convertToEntityAttribute(String column) {
        return ArticleState.find(column).orElseThrow(() -> new IllegalStateException("No article is " + column));
    }
}
