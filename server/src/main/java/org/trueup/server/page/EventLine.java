package org.trueup.server.page;

import java.util.Locale;
import org.trueup.server.security.AuditLog;

/** A line of the audit log as it is shown. */
record EventLine(String at, String who, String did, String subject, String detail, String address) {

    static EventLine of(AuditLog.Event event) {
        return new EventLine(
                Words.time(event.at()),
                event.who(),
                event.action().toLowerCase(Locale.ROOT).replace('_', ' '),
                event.subject(),
                event.detail(),
                event.address());
    }
}
