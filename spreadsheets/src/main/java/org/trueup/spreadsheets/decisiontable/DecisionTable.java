package org.trueup.spreadsheets.decisiontable;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.check.CheckedTenant;
import org.trueup.rules.check.Checks;
import org.trueup.rules.drl.DrlCompiler;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.Finding;

/** The door of this package: the checks of one workbook as a decision table of Drools, compiled when first needed. */
public final class DecisionTable implements Checks {
    private final List<CheckTerms> rows;
    private final Map<Integer, CheckTerms> byNumber;
    private final Words words;
    private @Nullable KieBase rules;

    private DecisionTable(List<CheckTerms> rows) {
        this.rows = List.copyOf(rows);
        this.byNumber = rows.stream().collect(Collectors.toMap(row -> row.at().row(), Function.identity()));
        this.words = new Words(rows);
    }

    /** The checks that these rows of one sheet are; each has at least one condition. */
    public static Checks of(List<CheckTerms> rows) {
        if (rows.stream().anyMatch(row -> row.conditions() == 0)) {
            throw new IllegalArgumentException("a check without any condition");
        }
        return rows.isEmpty() ? NONE : new DecisionTable(rows);
    }

    @Override
    public void prepare() {
        compiled();
    }

    @Override
    public List<Finding> findings(List<CheckedTenant> tenants) {
        Map<TenantId, Map<String, Told>> told = new LinkedHashMap<>();
        for (Hit hit : hits(tenants)) {
            Told one = new Told(byNumber.get(hit.row()), hit.candidate().tenant());
            told.computeIfAbsent(one.tenant().facts().id(), tenant -> new TreeMap<>())
                    .merge(
                            one.row().code(),
                            one,
                            (first, second) -> second.row().beats(first.row()) ? second : first);
        }
        return told.values().stream()
                .flatMap(codes -> codes.values().stream())
                .map(one -> one.row().finding(one.tenant()))
                .toList();
    }

    private List<Hit> hits(List<CheckedTenant> tenants) {
        if (tenants.isEmpty()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        KieSession session = compiled().newKieSession();
        try {
            tenants.forEach(tenant -> session.insert(new Candidate(tenant, words)));
            session.fireAllRules();
            session.getObjects(Hit.class::isInstance).forEach(hit -> hits.add((Hit) hit));
        } finally {
            session.dispose();
        }
        return hits;
    }

    private synchronized KieBase compiled() {
        KieBase known = rules;
        if (known == null) {
            ClassLoader types = Candidate.class.getClassLoader();
            known = DrlCompiler.compile(
                            "the checks", Map.of("org/trueup/spreadsheets/decisiontable/checks.drl", drl()), types)
                    .load(types);
            rules = known;
        }
        return known;
    }

    /** The rules that Drools makes of the table. */
    String drl() {
        byte[] table = new CanonicalTable(rows, words).csv().getBytes(StandardCharsets.UTF_8);
        return new SpreadsheetCompiler().compile(new ByteArrayInputStream(table), InputType.CSV);
    }

    /** The same rows are the same checks. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DecisionTable table && table.rows.equals(rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    private record Told(CheckTerms row, CheckedTenant tenant) {}
}
