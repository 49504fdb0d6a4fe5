package org.trueup.batch.backup;

import java.util.List;

/**
 * A table in a backup.
 *
 * @param columns in the order in which the rows have them
 * @param next the number that the table gives out next; 0 where it gives out none
 */
record TableCopy(String name, List<String> columns, long rows, long next) {

    /** The name of its rows within the file. */
    String entry() {
        return "tables/" + name + ".tsv";
    }
}
