package org.trueup.rules.outcome;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.TenantId;

/**
 * One thing that a person should know or do.
 *
 * @param code for example {@code BELOW_PLAN_MINIMUM}
 * @param message a sentence in plain English with the numbers in it
 * @param rule the name of the rule that found it
 * @param cell the cell that decided; none where no sheet had a say
 * @param wayBack the smallest change that cures it, as a sentence; none where nothing is to be cured
 * @param waiver what lets the tenant off for now; none where somebody should act
 */
public record Finding(
        TenantId tenant,
        String code,
        Severity severity,
        String message,
        String rule,
        @Nullable Cell cell,
        @Nullable String wayBack,
        @Nullable Waiver waiver) {
    /** By tenant, code, then cell and message, so that the same findings always stand in the same order. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::tenant)
            .thenComparing(Finding::code)
            .thenComparing(finding -> finding.cell == null ? "" : finding.cell.toString())
            .thenComparing(Finding::message);

    /** A finding that is not waived. */
    public Finding(
            TenantId tenant,
            String code,
            Severity severity,
            String message,
            String rule,
            @Nullable Cell cell,
            @Nullable String wayBack) {
        this(tenant, code, severity, message, rule, cell, wayBack, null);
    }

    public boolean waived() {
        return waiver != null;
    }

    /** The last as-of date on which it is waived; none where it is not. */
    public @Nullable LocalDate waivedUntil() {
        return waiver == null ? null : waiver.until();
    }

    /** The cells that had a say: the one that decided, and the one that waives. */
    public List<Cell> cells() {
        return Stream.of(cell, waiver == null ? null : waiver.cell())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same finding, waived. */
    public Finding waivedBy(Waiver by) {
        return new Finding(tenant, code, severity, message, rule, cell, wayBack, by);
    }

    /** The same finding with its way back, which ends the message too. */
    public Finding curedBy(String change) {
        return new Finding(tenant, code, severity, message + " Way back: " + change + ".", rule, cell, change, waiver);
    }

    /** Begins a finding; {@link Draft#saying} ends it. */
    public static Draft of(TenantId tenant, FindingCode code, String rule) {
        return new Draft(tenant, code, code.severity(), rule, null);
    }

    /** A finding without its sentence. */
    public record Draft(
            TenantId tenant,
            FindingCode code,
            Severity severity,
            String rule,
            @Nullable Cell cell) {

        /** Names the cell that decided, if one did. */
        public Draft at(@Nullable Cell decidedBy) {
            return new Draft(tenant, code, severity, rule, decidedBy);
        }

        /** Says another severity than the code's usual one. */
        public Draft as(Severity other) {
            return new Draft(tenant, code, other, rule, cell);
        }

        /** Makes the finding, the values in the places of {@code %s} and {@code %d} of its sentence. */
        public Finding saying(String sentence, @Nullable Object... values) {
            String message = Sentence.of(sentence, values);
            return new Finding(tenant, code.name(), severity, message.strip(), rule, cell, null);
        }
    }
}
