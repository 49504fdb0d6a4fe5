package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trueup.batch.night.Counted.Place;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.report.FileRows;
import org.trueup.spreadsheets.report.ReportedRows;

class ReckoningTest {
    private static final Vendor PLECTO = new Vendor("plecto");
    private static final Vendor PENSERO = new Vendor("pensero");

    private static Reckoning ofTenTenants() {
        return new Reckoning()
                .put(Counted.TENANTS, Place.IN_THE_STORE, 10)
                .put(Counted.TENANTS, Place.READ, 10)
                .put(Counted.DECIDED, Place.WRITTEN, 7)
                .put(Counted.DECIDED, Place.IN_THE_RESULTS, 7)
                .put(Counted.NOT_DECIDED, Place.IN_THE_RESULTS, 3)
                .put(Counted.FINDINGS, Place.IN_THE_RESULTS, 1_234);
    }

    private static ReportedRows files(FileRows csv, FileRows workbooks) {
        return new ReportedRows(
                new TreeMap<>(Map.of(PLECTO, csv)),
                new TreeMap<>(Map.of(PLECTO, workbooks)),
                new TreeMap<>(Map.of(PLECTO, workbooks)));
    }

    @Test
    void aNightAddsUpWhenEachThingIsTheSameWhereverItIsCounted() {
        Reckoning reckoning = ofTenTenants();
        assertThat(reckoning.difference()).isEmpty();
        reckoning.reported(files(new FileRows(7, 3, 1_234, 5, 6), new FileRows(7, 3, 1_234, 0, 0)), null);
        assertThat(reckoning.difference()).isEmpty();
        reckoning.require();
    }

    @Test
    void whatDiffersIsToldWithEveryNumberAndItsPlace() {
        Reckoning reckoning = ofTenTenants()
                .put(Counted.TENANTS, Place.WRITTEN, 9)
                .reported(files(new FileRows(7, 3, 1_233, 5, 6), new FileRows(7, 3, 1_234, 0, 0)), null);
        assertThatThrownBy(reckoning::require)
                .isInstanceOf(IncompleteNightException.class)
                .hasMessageStartingWith(
                        "The night does not add up and changes nothing (tenants: 10 in the store, 10 read,"
                                + " 9 written; findings: 1,234 in the results, 1,233 in CSV files, 1,234 in vendors' workbooks,"
                                + " 1,234 in account managers' workbooks): run it again");
    }

    @Test
    void aTenantThatAWorkbookLacksIsADifferenceOfItsOwn() {
        Reckoning reckoning =
                ofTenTenants().reported(files(new FileRows(7, 3, 1_234, 5, 6), new FileRows(6, 3, 1_234, 0, 0)), null);
        assertThat(reckoning.difference())
                .hasValueSatisfying(told -> assertThat(told)
                        .startsWith("decided: 7 written, 7 in the results, 7 in CSV files, 6 in vendors' workbooks"));
    }

    @Test
    void aRunOfOneVendorIsComparedWithThatVendorsRows() {
        ReportedRows rows = files(new FileRows(7, 3, 1_234, 5, 6), new FileRows(7, 3, 1_234, 0, 0));
        rows.csvFiles().put(PENSERO, new FileRows(100, 1, 50, 1, 1));
        rows.vendorsWorkbooks().put(PENSERO, new FileRows(100, 1, 50, 0, 0));
        rows.accountManagersWorkbooks().put(PENSERO, new FileRows(100, 1, 50, 0, 0));
        assertThat(ofTenTenants().reported(rows, PLECTO).difference()).isEmpty();
        assertThat(ofTenTenants().reported(rows, null).difference()).isPresent();
    }
}
