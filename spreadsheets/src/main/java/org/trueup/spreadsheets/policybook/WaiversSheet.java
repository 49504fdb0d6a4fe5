package org.trueup.spreadsheets.policybook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.terms.Person;
import org.trueup.rules.terms.WaiverTerms;

/** Reads the sheet Waivers: which tenant is let off which finding, until when, and who agreed to it. */
final class WaiversSheet {
    private static final int LONGEST_REASON = 500;

    private final Column<String> tenant =
            Column.required("Tenant", TextTypes.name("a tenant's id, spelled as in the feed"));
    private final Column<String> code;
    private final Column<LocalDate> from = Column.optional("From", new DateType());
    private final Column<LocalDate> until = Column.required(WaiverTerms.UNTIL, new DateType());
    private final Column<String> owner = Column.required("Owner", TextTypes.name("the name of who answers for it"));
    private final Column<String> approvedBy =
            Column.required("Approved by", TextTypes.name("the name of somebody else who agreed to it"));
    private final Column<String> reason = Column.required("Reason", TextTypes.sentence(LONGEST_REASON));
    /** Few rows are for the same finding of the same tenant, so that each is compared with the earlier ones. */
    private final Map<List<String>, List<WaiverTerms>> earlier = new HashMap<>();

    /** @param codes of all findings, the product's and those of the sheet Checks */
    WaiversSheet(List<String> codes) {
        code = Column.required("Finding code", ChoiceTypes.findingCode(codes));
    }

    List<Column<?>> columns() {
        return List.of(tenant, code, from, until, owner, approvedBy, reason);
    }

    @Nullable
    WaiverTerms read(TableRow row) {
        String id = row.get(tenant);
        String finding = row.get(code);
        LocalDate first = row.get(from);
        LocalDate last = row.get(until);
        String answers = row.get(owner);
        String agreed = row.get(approvedBy);
        String why = row.get(reason);
        if (finding != null && !WaiverTerms.mayWaive(finding)) {
            row.error(code, finding + " is never waived, since a tenant must hear that it is blocked; delete the row");
        }
        if (first != null && last != null && last.isBefore(first)) {
            row.error(until, last + " is before " + first + ", where the waiver begins; type a later date");
        }
        if (answers != null && agreed != null && new Person(answers).sameAs(new Person(agreed))) {
            row.error(
                    approvedBy,
                    Spoken.quoted(agreed) + " is the owner too; a waiver needs two people, type who else agreed to it");
        }
        if (row.failed()
                || id == null
                || finding == null
                || last == null
                || answers == null
                || agreed == null
                || why == null) {
            return null;
        }
        WaiverTerms waiver = new WaiverTerms(row.at(), new TenantId(id), finding, first, last, answers, agreed, why);
        refuseOverlap(row, waiver);
        return row.failed() ? null : waiver;
    }

    /** Of two waivers of one finding on one day nobody could say which one counts. */
    private void refuseOverlap(TableRow row, WaiverTerms waiver) {
        List<WaiverTerms> others =
                earlier.computeIfAbsent(List.of(waiver.tenant().value(), waiver.code()), key -> new ArrayList<>());
        others.stream().filter(waiver::overlaps).findFirst().ifPresent(other -> {
            String days = (other.from() == null ? "" : "from " + other.from() + " ") + "until " + other.until();
            row.error(
                    tenant,
                    "row " + other.at().row() + " waives " + waiver.code() + " for "
                            + Spoken.quoted(waiver.tenant().value()) + " already, " + days
                            + "; delete one of the two rows, or type other days under From and Until");
        });
        others.add(waiver);
    }
}
