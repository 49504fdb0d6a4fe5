package org.trueup.spreadsheets.edit;

import java.io.IOException;
import java.util.Optional;
import org.trueup.spreadsheets.parts.Relationships;
import org.trueup.spreadsheets.parts.WorkbookPackage;

/** The order in which Excel calculated. It makes it anew where there is none, and complains of one that names a cell without formula. */
record CalculationOrder(WorkbookPackage parts) {

    void remove() throws IOException {
        Relationships links = parts.relationships(WorkbookPackage.WORKBOOK);
        Optional<String> part = links.first("calcChain");
        if (part.isPresent()) {
            links.removeTo(part.get());
            parts.remove(part.get());
        }
    }
}
