package org.trueup.spreadsheets.report;

/** Hears how the writing of a night's files goes on. */
@FunctionalInterface
public interface ReportProgress {
    /** For those who don't want to know. */
    ReportProgress SILENT = tenants -> {};

    /** Says that the rows of so many more tenants are made. */
    void advanced(int tenants);

    /** Says that all files are whole and are about to take their place; what it throws keeps them from it. */
    default void whole() {}
}
