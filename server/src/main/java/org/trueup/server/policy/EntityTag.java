package org.trueup.server.policy;

import org.jspecify.annotations.Nullable;

/** Workbooks are known by their SHA-256, which is their entity tag too. */
final class EntityTag {
    private EntityTag() {}

    /** The SHA-256 that a header If-Match names; none where it takes whatever is there. */
    static @Nullable String sha256(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        return ifMatch.strip().replaceAll("^W/", "").replace("\"", "");
    }
}
