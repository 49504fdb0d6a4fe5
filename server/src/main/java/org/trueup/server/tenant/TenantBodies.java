package org.trueup.server.tenant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Waiver;
import org.trueup.server.body.EntitlementBody;
import org.trueup.server.body.MonthBody;

/** What is said of a tenant over HTTP, named as the columns of the CSV files are. */
final class TenantBodies {
    private TenantBodies() {}

    /** @param links of the pages around this one, by relation */
    record Tenants(int page, int size, long total, Map<String, String> links, List<PositionBody> tenants) {}

    record History(String tenantId, List<PositionBody> nights) {}

    /** @param factsAsOf how old the facts are (L9) */
    record Users(
            String tenantId,
            @Nullable String subscriptionId,
            LocalDate asOf,
            @Nullable Instant factsAsOf,
            int page,
            int size,
            long total,
            Map<String, String> links,
            List<User> users) {}

    /** @param seat held or freed; none where the user took none, or the plan counts no seats */
    record User(
            String accountId,
            String name,
            int counted,
            String reason,
            @Nullable LocalDate firstActiveOn,
            int monthsActive,
            @Nullable String seat,
            @Nullable String deactivations) {

        static User of(CountedUser user, @Nullable Position position, Map<String, String> deactivations) {
            boolean seats = position != null && position.metric() == Metric.SEATS_TAKEN;
            String freed = user.seatFreed() ? "freed" : null;
            return new User(
                    user.accountId(),
                    user.name(),
                    user.counted(),
                    user.reason(),
                    user.firstActiveOn(),
                    user.monthsActive(),
                    !seats ? null : user.counted() > 0 ? "held" : freed,
                    deactivations.get(user.accountId()));
        }
    }

    record Months(String tenantId, LocalDate asOf, @Nullable Instant factsAsOf, List<MonthBody> months) {}

    record Entitlements(
            String tenantId, LocalDate asOf, @Nullable String plan, List<EntitlementBody> entitlements) {}

    record Findings(String tenantId, LocalDate asOf, List<Found> findings) {}

    record Found(
            String code,
            String severity,
            String message,
            String rule,
            @Nullable String cell,
            @Nullable LocalDate waivedUntil,
            @Nullable Waived waiver,
            @Nullable String wayBack) {

        static Found of(Finding finding) {
            return new Found(
                    finding.code(),
                    finding.severity().name(),
                    finding.message(),
                    finding.rule(),
                    text(finding.cell()),
                    finding.waivedUntil(),
                    Waived.of(finding.waiver()),
                    finding.wayBack());
        }
    }

    record Waived(
            LocalDate until,
            String owner,
            String approvedBy,
            String reason,
            @Nullable String cell) {

        static @Nullable Waived of(@Nullable Waiver waiver) {
            return waiver == null
                    ? null
                    : new Waived(
                            waiver.until(), waiver.owner(), waiver.approvedBy(), waiver.reason(), text(waiver.cell()));
        }
    }

    private static @Nullable String text(@Nullable Cell cell) {
        return cell == null ? null : cell.toString();
    }
}
