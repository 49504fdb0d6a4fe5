package org.trueup.rules.cure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Severity;

/** Finds the ways back of one tenant: for its status and for each of its findings that has one. */
final class Search {
    private static final Family BUYING = new Buying(false);
    private static final Family BUYING_ANY = new Buying(true);
    private static final Family OTHER_PLAN = new OtherPlan();
    private static final Family ACCOUNTS = new AccountsFreed();
    private static final Family ADD_ONS = new AddOnChanges();
    private static final Family ANOTHER_ADD_ON = new AnotherAddOn();
    private static final Family HISTORY = new HistoryDeleted();
    private static final Family SUPPORT = new SupportDropped();
    private static final Family TERM = new TermDates();
    private static final Family PLAN_NAME = new PlanNames();

    private static final WayBack NOTHING = new WayBack(List.of());

    private final TenantCase tenant;
    private final Map<Target, WayBack> found = new HashMap<>();

    Search(TenantCase tenant) {
        this.tenant = tenant;
    }

    /** Whether an assessment has anything to cure. */
    static boolean needed(Assessment assessment) {
        return statusToCure(assessment)
                || assessment.findings().stream().anyMatch(finding -> finding.severity() == Severity.VIOLATION);
    }

    private static boolean statusToCure(Assessment assessment) {
        return assessment.position() != null && Target.tooHigh(assessment.position());
    }

    TenantCase tenant() {
        return tenant;
    }

    /** Goes as far as the engine's answers reach; what more it has to be asked stands with the tenant. */
    boolean settled() {
        Optional<WayBack> status = statusToCure(tenant.before()) ? wayBack(Target.STATUS) : Optional.of(NOTHING);
        if (status.isEmpty()) {
            return false;
        }
        boolean settled = true;
        for (Finding finding : tenant.before().findings()) {
            Target target = new Target(finding);
            if (finding.severity() != Severity.INFO && hasTheCause(status.get(), target)) {
                found.put(target, status.get());
            } else if (finding.severity() == Severity.VIOLATION) {
                settled &= wayBack(target).isPresent();
            }
        }
        return settled;
    }

    /** Whether what cures the status, and nothing less, cures the finding too. */
    private boolean hasTheCause(WayBack status, Target target) {
        return !status.cures().isEmpty()
                && status.cures().stream()
                        .allMatch(cure -> tenant.cures(cure.change(), target)
                                && (cure.less() == null || !tenant.cures(cure.less(), target)));
    }

    /** The way back of a target, once found. */
    Optional<WayBack> of(Target target) {
        return Optional.ofNullable(found.get(target));
    }

    private Optional<WayBack> wayBack(Target target) {
        WayBack known = found.get(target);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<List<Cure>> cures = cures(target);
        cures.ifPresent(all -> found.put(target, new WayBack(all)));
        return of(target);
    }

    /** What people can change differs by what is wrong; whether it cures is the engine's to say. */
    private Optional<List<Cure>> cures(Target target) {
        Optional<FindingCode> code = Arrays.stream(FindingCode.values())
                .filter(each -> each.name().equals(target.code()))
                .findFirst();
        if (code.isEmpty()) {
            Family buying = target.finding() == null ? BUYING : BUYING_ANY;
            return both(firstOf(target, buying, OTHER_PLAN), all(target, ACCOUNTS));
        }
        return switch (code.get()) {
            case UNKNOWN_PLAN -> all(target, PLAN_NAME);
            case PLAN_NOT_SOLD -> all(target, OTHER_PLAN);
            case BELOW_PLAN_MINIMUM, MONTHLY_USERS_EXCEEDED -> firstOf(target, BUYING, OTHER_PLAN);
            case ABOVE_PLAN_CAP -> all(target, BUYING, OTHER_PLAN, ACCOUNTS);
            case ADD_ON_NOT_ELIGIBLE -> all(target, ADD_ONS, OTHER_PLAN);
            case ADD_ON_COUNT_MISMATCH -> all(target, ADD_ONS);
            case SUPPORT_NOT_ELIGIBLE -> all(target, SUPPORT, OTHER_PLAN);
            case STORAGE_OVER_LIMIT -> all(target, HISTORY, ANOTHER_ADD_ON, OTHER_PLAN);
            case TERM_NOT_ANNUAL -> all(target, TERM);
            default -> both(firstOf(target, BUYING, OTHER_PLAN), all(target, ACCOUNTS));
        };
    }

    /** Every family is asked, so that all their questions go into one round. */
    private Optional<List<Cure>> all(Target target, Family... families) {
        Optional<List<Cure>> all = Optional.of(List.of());
        for (Family family : families) {
            all = both(all, family.cures(tenant, target));
        }
        return all;
    }

    private Optional<List<Cure>> firstOf(Target target, Family first, Family otherwise) {
        Optional<List<Cure>> cures = first.cures(tenant, target);
        return cures.isPresent() && cures.get().isEmpty() ? otherwise.cures(tenant, target) : cures;
    }

    private static Optional<List<Cure>> both(Optional<List<Cure>> one, Optional<List<Cure>> other) {
        return one.flatMap(left ->
                other.map(right -> Stream.concat(left.stream(), right.stream()).toList()));
    }
}
