package org.trueup.spreadsheets.policybook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.ExemptionTerms;
import org.trueup.rules.terms.NamePattern;

/** Reads the sheet Exemption accounts. */
final class ExemptionSheet {
    private static final Column<NamePattern> SOURCE =
            Column.optional("Source", TextTypes.pattern("a source's name, with * for any characters"));
    private static final Column<NamePattern> NAME =
            Column.required("Account name", TextTypes.pattern("an account's name, with * for any characters"));
    private static final Column<Integer> LICENCES =
            Column.required("Licences counted", NumberTypes.whole(0, WhoCountsSheet.MOST_LICENCES));
    private static final Column<String> BECAUSE =
            Column.optional("Because", TextTypes.sentence(WhoCountsSheet.LONGEST_REASON));
    static final List<Column<?>> COLUMNS = List.of(SOURCE, NAME, LICENCES, BECAUSE);

    private ExemptionSheet() {}

    static @Nullable ExemptionTerms read(TableRow row) {
        NamePattern source = row.get(SOURCE);
        NamePattern name = row.get(NAME);
        Integer licences = row.get(LICENCES);
        String because = row.get(BECAUSE);
        return row.failed() || name == null || licences == null
                ? null
                : new ExemptionTerms(row.at(), source, name, licences, because);
    }
}
