package org.trueup.server.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightResult;
import org.trueup.batch.night.Withdrawals.Withdrawn;
import org.trueup.rules.fact.TenantId;

/** An open store in which nights can be run, one after the other. Closing it closes the store. */
public interface Nights extends AutoCloseable {

    /**
     * Loads the feed, if there is one, evaluates every tenant and writes the reports.
     *
     * @param progress told how far the night is, by any thread
     * @throws RuntimeException when the night fails; its message is one sentence for people where one of our modules
     *     says why
     */
    NightResult run(NightOrder request, NightProgress progress);

    /**
     * Decides today's facts as of a coming day, and writes the reports into a folder of their own; nothing is kept.
     *
     * @throws RuntimeException as {@link #run} does
     */
    NightResult preview(LocalDate date, Path reports, NightProgress progress);

    /**
     * Makes the files of a stored night again, and returns their folder.
     *
     * @throws RuntimeException as {@link #run} does, also when there is no such night
     */
    Path report(LocalDate asOf, Path reports, NightProgress progress);

    /**
     * Writes the two reports of each of these tenants that their own administrators may see, and returns their folder.
     *
     * @throws RuntimeException as {@link #report} does, also when the night knows no such tenant
     */
    Path reportTenants(LocalDate asOf, List<TenantId> tenants, Path reports);

    /**
     * Takes the night of a date back that should not have been run: it stops counting.
     *
     * @throws RuntimeException as {@link #report} does
     */
    Withdrawn withdraw(LocalDate asOf);

    @Override
    void close();
}
