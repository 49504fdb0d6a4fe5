package org.trueup.rules.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.WaiverTerms;

/**
 * The waivers of one policy. They come last, after the ways back, so that they change no status, no amount and no answer to
 * what would cure a tenant: a waived finding is the same finding with the row that waives it.
 */
final class Waivers {
    static final Waivers NONE = new Waivers(Map.of());

    private final Map<TenantId, List<WaiverTerms>> byTenant;

    private Waivers(Map<TenantId, List<WaiverTerms>> byTenant) {
        this.byTenant = byTenant;
    }

    static Waivers of(PolicyTerms policy) {
        return new Waivers(policy.waivers().stream().collect(Collectors.groupingBy(WaiverTerms::tenant)));
    }

    /** The same assessment, its findings waived where a row in force on the date says so. */
    Assessment applyTo(Assessment assessment, LocalDate asOf) {
        List<WaiverTerms> inForce = byTenant.getOrDefault(assessment.tenant().id(), List.of()).stream()
                .filter(row -> row.inForceOn(asOf))
                .toList();
        if (inForce.isEmpty()) {
            return assessment;
        }
        List<Finding> findings = new ArrayList<>();
        Set<Cell> cells = new HashSet<>();
        for (Finding finding : assessment.findings()) {
            WaiverTerms row = rowFor(finding, inForce);
            if (row != null) {
                cells.add(row.cell(WaiverTerms.UNTIL));
            }
            findings.add(row == null ? finding : finding.waivedBy(row.waiver()));
        }
        return new Assessment(
                assessment.tenant(),
                withCells(assessment.position(), cells),
                List.copyOf(findings),
                assessment.months(),
                assessment.users());
    }

    private static @Nullable WaiverTerms rowFor(Finding finding, List<WaiverTerms> inForce) {
        return inForce.stream()
                .filter(row -> row.code().equals(finding.code()))
                .findFirst()
                .orElse(null);
    }

    /** The rows that waived something had a say in what the tenant is told. */
    private static @Nullable Position withCells(@Nullable Position position, Set<Cell> waiving) {
        if (position == null || waiving.isEmpty()) {
            return position;
        }
        Set<Cell> cells = new HashSet<>(position.cells());
        cells.addAll(waiving);
        return position.decidedBy(cells.stream().sorted().toList());
    }
}
