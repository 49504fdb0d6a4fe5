package org.trueup.spreadsheets.report;

/** Hears how the writing of a night's files goes on. */
@FunctionalInterface
public interface ReportProgress {
    /** For those who don't want to know. */
    ReportProgress SILENT = tenants -> {};

    /**
     * Says that so many more tenants were put into a file. Each tenant of the night is put into files three times: the
     * CSV files, its vendor's workbook and its account manager's. Called by several threads.
     */
    void advanced(int tenants);
}
