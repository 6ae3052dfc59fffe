// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.Optional;
import org.rongmei.siteinfo.Finding;

/** Whether numbers of one register belong to one province. Warnings only: a centre may have moved, or file elsewhere. */
public final class Agreement {

    private Agreement() {}

    /** @param division of the address, in GB/T 2260 */
    public static Optional<Finding> filing(String number, String division) {
        Optional<Province> filed = number.isEmpty()
                ? Optional.empty()
                : Province.byFiling(number.substring(0, number.offsetByCodePoints(0, 1)));
        Optional<Province> home = Province.ofDivision(division);
        return filed.isPresent() && home.isPresent() && filed.get() != home.get()
                ? Optional.of(Finding.warning(
                                "REGISTER_MISMATCH",
                                "ICP备案号的省份（%s）与地址的行政区划（%s）不是同一省份。",
                                "The province of the ICP filing (%s) is not that of the address (%s).",
                                filed.get().filing,
                                division)
                        .at(number))
                : Optional.empty();
    }

    /** @param division of the address, in GB/T 2260 */
    public static Optional<Finding> postcode(String postcode, String division) {
        return Province.ofDivision(division)
                .filter(home -> home.postalZones.stream().noneMatch(postcode::startsWith))
                .map(home -> Finding.warning(
                                "REGISTER_MISMATCH",
                                "邮政编码%s与地址的行政区划（%s）似乎不在同一省份。",
                                "Postcode %s does not seem to be of the province of the address (%s).",
                                postcode,
                                division)
                        .at(postcode));
    }
}
