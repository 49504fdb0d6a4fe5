package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.terms.OverLimitTerms;

/** Each condition of Over the limit that no shipped sheet fills decides once it is typed, at its bound and not beyond. */
class OverLimitCellsDecideTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");

    @ParameterizedTest
    @CsvSource({
        "G, Over by at most (licences), 2, 1",
        "H, Over by at most (%), 10 %, 9.999 %",
        "I, Over for at least (days), 10, 11",
        "J, Nonprofit, no, yes",
        "K, Licensed at least, 20, 21",
        "L, Licensed at most, 20, 19"
    })
    void aConditionTakesTheTenantOrLeavesItToTheRowAbove(String column, String header, String fitting, String beyond) {
        Position taken = position(column, fitting);
        assertThat(taken.status()).isEqualTo(Status.WARNING);
        assertThat(taken.cells()).contains(Cell.parse("plecto.xlsx!Over the limit!M7"));
        Position left = position(column, beyond);
        assertThat(left.status()).isEqualTo(Status.AT_LIMIT);
        assertThat(left.cells()).contains(Cell.parse("plecto.xlsx!Over the limit!M6"));
        assertThat(header(column)).isEqualTo(header);
    }

    /** 22 used of 20 licences, since 10 days, with one condition more in the row of the warning. */
    private static Position position(String column, String typed) {
        var terms = EditedWorkbook.plecto()
                .type(OverLimitTerms.SHEET, column + 7, typed)
                .terms();
        return DroolsPolicyEngine.withoutWayBacks(List.of(terms))
                .assess(
                        TenantBuilder.plecto("t")
                                .subscribed("Medium", 20)
                                .active(22, "2026-11-03")
                                .earlierNight("2026-11-20", "2026-11-12")
                                .facts(),
                        AS_OF)
                .position();
    }

    private static String header(String column) {
        String[] header = new String[1];
        EditedWorkbook.plecto().at(OverLimitTerms.SHEET, column + 4, cell -> header[0] = cell.getStringCellValue());
        return header[0];
    }
}
