package org.trueup.rules.cure;

import java.util.List;

/** What is said of add-ons that follow the base licences. */
final class Following {
    private Following() {}

    static String said(List<String> addOns, int licences) {
        return addOns.isEmpty() ? "" : ", and hold " + licences + " of " + String.join(" and ", addOns) + " too";
    }
}
