package org.trueup.server.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trueup.batch.night.RunViews;
import org.trueup.batch.night.StoredRun;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;
import org.trueup.server.security.TenantScope;
import org.trueup.spreadsheets.report.NightReports;

/** Hands out the files of runs: all of them to whoever sees everybody's tenants, to account managers their own workviews. */
@Component
public class RunReports {
    /** What an account manager may call the own workviews. */
    public static final String MINE = "mine";

    private static final String LATEST = "latest";

    private final Runs runs;
    private final RunViews views;
    private final ReportFiles files;

    RunReports(Runs runs, RunViews views, ReportFiles files) {
        this.runs = runs;
        this.views = views;
        this.files = files;
    }

    /** A run by its number, or {@code latest}. */
    StoredRun run(String numberOrLatest) {
        if (numberOrLatest.equals(LATEST)) {
            return runs.latestNight().orElseThrow(() -> Refusal.notFound("No night has been run yet."));
        }
        try {
            return runs.find(Integer.parseInt(numberOrLatest));
        } catch (NumberFormatException e) {
            throw Refusal.of("run", "Runs have numbers; the one of the latest night is " + LATEST + ".");
        }
    }

    /** The names of the files that the caller may have. */
    public List<String> names(Caller caller, StoredRun run) {
        checkThere(run);
        List<String> all = files.names(run);
        if (caller.tenants() instanceof TenantScope.Everyone) {
            return all;
        }
        String own = own(caller, run);
        return all.stream().filter(name -> name.equals(own)).toList();
    }

    /** A file by its name, where the caller may have it. */
    public Path find(Caller caller, StoredRun run, String name) {
        checkThere(run);
        String own = own(caller, run);
        String wanted = name.equals(MINE) && own != null ? own : name;
        boolean may = caller.tenants() instanceof TenantScope.Everyone || wanted.equals(own);
        return Optional.of(wanted)
                .filter(each -> may)
                .flatMap(each -> files.find(run, each))
                .orElseThrow(() -> Refusal.notFound(
                        "Run " + run.number() + " has no such file for you; its reports are listed one level up."));
    }

    private @Nullable String own(Caller caller, StoredRun run) {
        String manager = caller.accountManager();
        return manager == null
                ? null
                : NightReports.accountManagersFiles(views.accountManagers(run.number()))
                        .get(manager);
    }

    /** A date's folder holds what its last run wrote. */
    private void checkThere(StoredRun run) {
        if (run.status() != StoredRun.Status.COMPLETE) {
            throw Refusal.notFound("Run " + run.number() + " has written no reports.");
        }
        if (run.preview()) {
            return;
        }
        int last = views.lastOf(run.asOf()).orElse(0);
        if (last != run.number()) {
            throw Refusal.notFound("The reports of run %d were replaced by those of run %d, which decided %s again."
                    .formatted(run.number(), last, run.asOf()));
        }
    }
}
