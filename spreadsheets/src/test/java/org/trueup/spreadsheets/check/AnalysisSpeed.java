package org.trueup.spreadsheets.check;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.policybook.PolicyBook;
import org.trueup.spreadsheets.policybook.PolicyDraft;
import org.trueup.spreadsheets.policybook.Problem;

/** Says how long it takes to read and look at 2,000 rows of Over the limit; a program for developers, not a test. */
final class AnalysisSpeed {
    private static final String SHEET = "Over the limit";
    private static final int ROWS = 2_000;
    private static final int PLANS = 200;
    private static final int ROUNDS = 3;

    private AnalysisSpeed() {}

    public static void main(String[] args) {
        measure("ten rows for each of 200 plans", steps());
        measure("rows of chance that nearly all overlap", wide());
    }

    private static void measure(String what, byte[] workbook) {
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            PolicyDraft draft = PolicyBook.draft(new Vendor("acme"), 1, workbook);
            long read = System.nanoTime();
            List<Problem> problems = WorkbookCheck.sheets(draft);
            long end = System.nanoTime();
            System.out.printf(
                    "%s, round %d: read in %d ms, looked at in %d ms, %d problems%n",
                    what,
                    round,
                    Duration.ofNanos(read - start).toMillis(),
                    Duration.ofNanos(end - read).toMillis(),
                    problems.size());
        }
    }

    private static byte[] steps() {
        AcmeWorkbook workbook = new AcmeWorkbook().without(SHEET);
        for (int plan = 0; plan < PLANS; plan++) {
            workbook.row("Plans", 5 + plan, "Plan", "Plan " + plan, "Metric", "added-users");
        }
        for (int i = 0; i < ROWS; i++) {
            workbook.row(SHEET, 5 + i, "Plan", "Plan " + i % PLANS, "Status", "WARNING", "Adding beyond", "allow");
            if (i >= PLANS) {
                workbook.row(SHEET, 5 + i, "Over by at least (licences)", i / PLANS - 1);
            }
        }
        return workbook.bytes();
    }

    private static byte[] wide() {
        Random chance = new Random(1);
        AcmeWorkbook workbook = new AcmeWorkbook().without(SHEET);
        for (int i = 0; i < ROWS; i++) {
            List<Object> typed = new ArrayList<>(List.of("Status", "WARNING", "Adding beyond", "allow"));
            if (chance.nextBoolean()) {
                typed.addAll(List.of("Over by at least (licences)", chance.nextInt(500)));
            }
            if (chance.nextBoolean()) {
                typed.addAll(List.of("Over by at least (%)", chance.nextInt(100) / 100.0));
            }
            if (chance.nextBoolean()) {
                typed.addAll(List.of("Period started from", LocalDate.ofEpochDay(15_000 + chance.nextInt(3_000))));
            }
            if (chance.nextBoolean()) {
                typed.addAll(List.of("Period started until", LocalDate.ofEpochDay(19_000 + chance.nextInt(3_000))));
            }
            workbook.row(SHEET, 5 + i, typed.toArray());
        }
        return workbook.bytes();
    }
}
