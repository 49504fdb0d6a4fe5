package org.trueup.server.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriUtils;
import org.trueup.rules.outcome.Cell;
import org.trueup.spreadsheets.policybook.PolicyRow;

/** A row of a policy that decided something, as people read it. */
record RowSaying(Cell cell, int version, PolicyRow row) {

    /** One column of the row. */
    record Said(String column, String value) {}

    public List<Said> said() {
        return row.cells().entrySet().stream()
                .map(each -> new Said(each.getKey(), each.getValue()))
                .toList();
    }

    /** For example Plans, row 5. */
    public String place() {
        return cell.sheet() + ", row " + cell.row();
    }

    /** Where the row stands in its workbook, on the page of the version. */
    public String link() {
        String vendor = cell.workbook().replaceFirst("\\.xlsx$", "");
        return "/policies/%s/%d?sheet=%s#r%d"
                .formatted(
                        vendor, version, UriUtils.encodeQueryParam(cell.sheet(), StandardCharsets.UTF_8), cell.row());
    }
}
