// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a label of a footer announces: a field of the register, or a thing that the register has no field for. */
enum Field {
    NAME(Form.WORDS),
    HOST(Form.WORDS),
    SUPERVISOR(Form.ORGANISATION),
    SPONSOR(Form.ORGANISATION),
    ORGANIZER(Form.ORGANISATION),
    OPERATOR(Form.ORGANISATION),
    TECH_SUPPORT(Form.ORGANISATION),
    COPYRIGHT_HOLDER(Form.ORGANISATION),
    LEGAL_ADVISER(Form.ORGANISATION),
    NEWS_LICENCE(Form.LICENCE),
    AV_LICENCE(Form.LICENCE),
    TV_PRODUCTION(Form.LICENCE),
    CULTURE(Form.LICENCE),
    PUBLICATION(Form.LICENCE),
    DRUG_INFORMATION(Form.LICENCE),
    ICP_RECORD(Form.FILING),
    ICP_APP(Form.FILING),
    ICP_MINI_PROGRAM(Form.FILING),
    ICP_LICENCE(Form.FILING),
    PSB_RECORD(Form.FILING),
    USCC(Form.NUMBER),
    OTHER(Form.NUMBER),
    ADDRESS(Form.ADDRESS),
    POSTCODE(Form.POSTCODE),
    PHONE(Form.PHONE),
    FAX(Form.PHONE),
    REPORT_PHONE(Form.PHONE),
    EMAIL(Form.EMAIL),
    REPORT_EMAIL(Form.EMAIL),
    REPORT_URL(Form.URL),
    PRIVACY_URL(Form.URL),
    LICENCE_HOLDER(Form.ORGANISATION),
    LICENCE_CATEGORIES(Form.WORDS),
    NOTHING(Form.NONE);

    /** What a value of it looks like. */
    enum Form {
        WORDS,
        ORGANISATION,
        /** A number that is known by its label only; the label says something without it, too. */
        LICENCE,
        /** A number that has a shape of its own, whatever is written before it. */
        FILING,
        NUMBER,
        ADDRESS,
        POSTCODE,
        PHONE,
        EMAIL,
        URL,
        NONE
    }

    final Form form;

    Field(Form form) {
        this.form = form;
    }

    /** As the register calls it: {@code icp-record}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Field> find(String name) {
        return Arrays.stream(values())
                .filter(field -> field.toString().equals(name))
                .findFirst();
    }

    /** 主管主办: these are written in one word. */
    boolean isHead() {
        return this == SUPERVISOR || this == SPONSOR || this == ORGANIZER || this == OPERATOR;
    }

    /** 电话/传真：, 主办及版权所有： and the like: one value for two labels, or one after the other. */
    boolean mayBeJoined() {
        return switch (form) {
            case ORGANISATION, ADDRESS, POSTCODE, PHONE, EMAIL, URL -> true;
            default -> false;
        };
    }

    /** The same, of those who take complaints of readers. */
    Field forReports() {
        return switch (form) {
            case PHONE -> this == FAX ? FAX : REPORT_PHONE;
            case EMAIL -> REPORT_EMAIL;
            case URL -> REPORT_URL;
            default -> this;
        };
    }
}
