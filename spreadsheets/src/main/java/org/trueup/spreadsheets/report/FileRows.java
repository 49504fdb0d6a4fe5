package org.trueup.spreadsheets.report;

/**
 * How many rows of a vendor's tenants files of one kind hold, as those count that write them.
 *
 * @param decided tenants with a position, a row each
 * @param notDecided tenants without one
 * @param months 0 in workbooks, which show some of them only; so are users
 */
public record FileRows(long decided, long notDecided, long findings, long months, long users) {
    public static final FileRows NONE = new FileRows(0, 0, 0, 0, 0);

    public FileRows plus(FileRows other) {
        return new FileRows(
                decided + other.decided,
                notDecided + other.notDecided,
                findings + other.findings,
                months + other.months,
                users + other.users);
    }

    FileRows minus(FileRows other) {
        return new FileRows(
                decided - other.decided,
                notDecided - other.notDecided,
                findings - other.findings,
                months - other.months,
                users - other.users);
    }
}
