package org.trueup.spreadsheets.report;

import java.util.SortedMap;
import org.trueup.rules.fact.Vendor;

/** What the files of a night hold, by kind of file and by vendor, before they take their place. */
public record ReportedRows(
        SortedMap<Vendor, FileRows> csvFiles,
        SortedMap<Vendor, FileRows> vendorsWorkbooks,
        SortedMap<Vendor, FileRows> accountManagersWorkbooks) {}
