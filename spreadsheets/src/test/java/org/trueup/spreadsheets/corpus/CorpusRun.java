package org.trueup.spreadsheets.corpus;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.Policy;
import org.trueup.spreadsheets.annotate.AnnotatedWorkbook;
import org.trueup.spreadsheets.annotate.Annotation;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.check.WorkbookCheck;
import org.trueup.spreadsheets.policybook.Problem;

/**
 * A program of its own, with little memory: checks every file of a folder, decides a tenant by whatever was taken, annotates the
 * file, and writes down beside it what became of it.
 */
final class CorpusRun {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    private CorpusRun() {}

    public static void main(String[] folder) throws IOException {
        String original =
                says(WorkbookCheck.of(Sent.PLECTO, Sent.original()).policy().orElseThrow());
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(folder[0]))) {
            files = all.filter(file -> file.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            long before = cpuMillis();
            List<String> lines = new ArrayList<>();
            CheckReport report = WorkbookCheck.of(Sent.PLECTO, content);
            boolean same = report.policy()
                    .filter(policy -> says(policy).equals(original))
                    .isPresent();
            long checked = cpuMillis() - before;
            Annotation annotation = AnnotatedWorkbook.of(content, report);
            lines.add(String.valueOf(checked));
            lines.add(String.valueOf(cpuMillis() - before));
            lines.add(annotation.getClass().getSimpleName());
            lines.add(String.valueOf(System.getProperty(CodeInCells.CANARY)));
            lines.add(String.valueOf(same));
            report.problems().stream()
                    .map(Problem::toString)
                    .map(line -> line.replace('\n', ' '))
                    .forEach(lines::add);
            Files.write(Path.of(file + ".txt"), lines);
        }
    }

    /** What the policy says, and what it makes of two tenants, wherever it stands on its sheets. */
    private static String says(Policy policy) {
        var engine = DroolsPolicyEngine.withChecks(List.of(policy));
        StringBuilder all = new StringBuilder(policy.terms().toString());
        for (int licences : new int[] {2, 10}) {
            all.append(engine.assess(
                    TenantBuilder.tenantOf("plecto", "acme")
                            .subscribed("Medium", licences)
                            .active(9, "2026-11-03")
                            .facts(),
                    AS_OF));
        }
        return all.toString()
                .replaceAll("SheetRow\\[.*?}]|Cell\\[.*?]|Checks row \\d+|plecto\\.xlsx![^!]+![A-Z]+\\d+", "");
    }

    private static long cpuMillis() {
        long nanos = 0;
        var threads = ManagementFactory.getThreadMXBean();
        for (long id : threads.getAllThreadIds()) {
            nanos += Math.max(0, threads.getThreadCpuTime(id));
        }
        return nanos / 1_000_000;
    }
}
