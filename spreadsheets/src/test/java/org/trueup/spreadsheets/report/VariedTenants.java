package org.trueup.spreadsheets.report;

import static org.trueup.rules.outcome.Severity.INFO;
import static org.trueup.rules.outcome.Severity.VIOLATION;
import static org.trueup.rules.outcome.Severity.WARNING;

import java.util.List;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Status;

/** A handful of tenants, each odd in its own way. */
final class VariedTenants {
    private VariedTenants() {}

    static MadeUpNight night() {
        return MadeUpNight.of(all());
    }

    static List<Assessment> all() {
        return List.of(
                compliant(),
                atLimit(),
                formulaLike(),
                blocked(),
                unlimited(),
                withoutPrice(),
                undecided(),
                withoutPolicy(),
                unknownPlan());
    }

    private static Assessment compliant() {
        return MadeUpTenant.plecto("t1", "Møller & Søn \"Agentur\", Århus", "Anna Berg")
                .stands(Status.COMPLIANT, 14, Licences.of(20), "142.5", "0")
                .finding(
                        "UNUSED_LICENSES",
                        INFO,
                        "20 licences bought, 14 required: 6 are not used this month.",
                        "More licences than required",
                        "plecto.xlsx!Settings!C4")
                .month("2026-10-01", 7, 13, 0)
                .month("2026-11-01", 14, 6, 0)
                .user("a1", "Zoë", 1, "active on the peak day", "2026-10-03", 2)
                .user("a2", "GitLab", 2, "exemption account: counts as 2", "2026-11-12", 1)
                .user("a3", "Quiet, \"Q\"", 0, "tracked this month", null, 0)
                .assessed();
    }

    private static Assessment atLimit() {
        return MadeUpTenant.plecto("#t2", "木村商店 🙂", "anna berg")
                .stands(Status.AT_LIMIT, 25, Licences.of(25), "250", "0")
                .assessed();
    }

    private static Assessment formulaLike() {
        return MadeUpTenant.plecto("T1", "=HYPERLINK(\"http://evil\")", "../x")
                .stands(Status.WARNING, 30, Licences.of(25), "250", "50.005")
                .finding(
                        "OVER_LICENSED_COUNT",
                        WARNING,
                        "30 used and 25 licensed: add 5 licences.",
                        "Used above licensed",
                        "plecto.xlsx!Over the limit!F6")
                .user("a1", "@cmd", 30, "-1 is no reason", "2026-11-01", 1)
                .assessed();
    }

    private static Assessment blocked() {
        return MadeUpTenant.of("activtrak", "b1", "Blocked Ltd", "CON")
                .stands(Status.BLOCKED, 340, Licences.of(89), "890", "1254.99")
                .finding("ACCESS_BLOCKED", VIOLATION, "Access is blocked.", "Access blocked", "activtrak.xlsx!Plans!D7")
                .finding("TRUE_UP", WARNING, "+251 licences are needed.", "True up", null)
                .assessed();
    }

    private static Assessment unlimited() {
        return MadeUpTenant.of("pensero", "p1", "Endless", null)
                .stands(Status.COMPLIANT, 1234, Licences.UNLIMITED, null, "0")
                .month("2026-11-01", 1234, null, null)
                .assessed();
    }

    private static Assessment withoutPrice() {
        return MadeUpTenant.of("pensero", "p2", "Priceless\nTwo lines", "Anna Berg")
                .stands(Status.WARNING, 6, Licences.of(5), null, null)
                .finding(
                        "SEAT_LIMIT_REACHED",
                        WARNING,
                        "You've reached your seat limit",
                        "Seat limit reached",
                        "pensero.xlsx!Over the limit!F6")
                .assessed();
    }

    private static Assessment undecided() {
        return MadeUpTenant.plecto("t0", "Nothing Bought", "Anna Berg")
                .finding("NO_SUBSCRIPTION", WARNING, "No subscription is in force.", "No subscription in force", null)
                .assessed();
    }

    private static Assessment withoutPolicy() {
        return MadeUpTenant.of("learning", "l1", "School\u0001 of \t Tabs", "Con")
                .finding("NO_POLICY", WARNING, "The vendor \"learning\" has no policy.", "No policy", null)
                .assessed();
    }

    private static Assessment unknownPlan() {
        return MadeUpTenant.plecto("t3", "Misspelt", null)
                .finding(
                        "UNKNOWN_PLAN",
                        VIOLATION,
                        "The plan \"Lrage\" is unknown; there are Enterprise, Large, Medium.",
                        "Unknown plan",
                        null)
                .assessed();
    }
}
