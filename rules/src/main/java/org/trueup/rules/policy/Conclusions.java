package org.trueup.rules.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.CheckedTenant;
import org.trueup.rules.counting.UsageCounting;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Utf8Order;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.policy.derived.DecidedBy;
import org.trueup.rules.policy.derived.TenantPosition;
import org.trueup.rules.terms.PolicyTerms;

/** What the rules concluded about one tenant, gathered from the session. */
final class Conclusions {
    private static final Comparator<CountedUser> BY_ID = Comparator.comparing(CountedUser::accountId, Utf8Order.UTF8);

    private final TenantFacts facts;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private @Nullable TenantPosition position;

    Conclusions(TenantFacts facts) {
        this.facts = facts;
    }

    /** Hands a fact of the session to the tenant that it is about. */
    static void sort(Object fact, Map<TenantId, Conclusions> byTenant) {
        if (fact instanceof Finding finding) {
            of(finding.tenant(), byTenant).findings.add(finding);
        } else if (fact instanceof DecidedBy decided) {
            of(decided.tenant(), byTenant).cells.add(decided.cell());
        } else if (fact instanceof TenantPosition made) {
            Conclusions tenant = of(made.tenant(), byTenant);
            if (tenant.position != null) {
                throw new IllegalStateException("tenant " + made.tenant() + " got two positions");
            }
            tenant.position = made;
        }
    }

    private static Conclusions of(TenantId tenant, Map<TenantId, Conclusions> byTenant) {
        Conclusions conclusions = byTenant.get(tenant);
        if (conclusions == null) {
            throw new IllegalStateException("the rules speak of tenant " + tenant + ", which nobody asked about");
        }
        return conclusions;
    }

    /** The tenant as the checks see it; none where it has no position. */
    Optional<CheckedTenant> checked(LocalDate asOf) {
        TenantPosition made = position;
        return made == null
                ? Optional.empty()
                : Optional.of(new CheckedTenant(facts, made.standing().subscription(), made.position(), asOf));
    }

    Assessment assessment(@Nullable PolicyTerms policy, @Nullable UsageCounting counting, Asked asked) {
        findings.sort(Finding.ORDER);
        List<MonthUse> months = policy == null || counting == null || !asked.months()
                ? List.of()
                : counting.months(facts, policy, asked.asOf());
        if (position == null) {
            return new Assessment(facts.tenant(), null, List.copyOf(findings), months, List.of());
        }
        List<CountedUser> users = asked.whole() ? users(position) : List.of();
        Position whole = asked.whole() ? position.position().decidedBy(cellsOf(position)) : position.position();
        return new Assessment(facts.tenant(), whole, List.copyOf(findings), months, users);
    }

    private static List<CountedUser> users(TenantPosition made) {
        List<CountedUser> users = new ArrayList<>(made.standing().usage().users());
        users.sort(BY_ID);
        return users;
    }

    /** One cell for every row that had a say, those of findings too, in the order of the workbook. */
    private List<Cell> cellsOf(TenantPosition made) {
        cells.addAll(made.standing().usage().cells());
        for (Finding finding : findings) {
            if (finding.cell() != null) {
                cells.add(finding.cell());
            }
        }
        // of one row's cells the first one stays the first
        cells.sort(Cell.BY_ROW);
        List<Cell> rows = new ArrayList<>(cells.size());
        for (Cell cell : cells) {
            if (rows.isEmpty() || Cell.BY_ROW.compare(rows.get(rows.size() - 1), cell) != 0) {
                rows.add(cell);
            }
        }
        return List.copyOf(rows);
    }
}
