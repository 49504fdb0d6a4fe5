package org.trueup.server.policy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;
import org.trueup.spreadsheets.edit.Edit;

/** The sheets of a workbook as grids over HTTP, and the cells and rows of a draft changed in place. */
@RestController
@RequestMapping("/api/v1/policies/{vendor}/versions/{v}")
class EditingApi {
    private final Editions editions;
    private final Editing editing;
    private final Checking checking;

    EditingApi(Editions editions, Editing editing, Checking checking) {
        this.editions = editions;
        this.editing = editing;
        this.checking = checking;
    }

    /** @param value text, number, yes or no; none empties the cell */
    record CellChange(
            @Nullable String sheet,
            @Nullable String cell,
            @Nullable Object value) {}

    /** @param values by the headings of their columns */
    record NewRow(@Nullable String sheet, @Nullable Map<String, @Nullable Object> values) {}

    /**
     * What came of an edit.
     *
     * @param sha256 of the workbook as it is now
     * @param changes each as {@code Plans!E5: 5 → 7}
     */
    record EditedView(String v, String sha256, List<String> changes, CheckView check) {}

    @GetMapping("/sheets")
    ResponseEntity<GridView> sheets(
            @PathVariable String vendor,
            @PathVariable String v,
            @RequestParam(required = false) @Nullable String sheet) {
        Edition edition = edition(vendor, v);
        return ResponseEntity.ok()
                .eTag(edition.sha256())
                .body(GridView.of(
                        edition,
                        editing.grid(edition),
                        checking.check(edition.vendor(), editions.workbook(edition)),
                        Optional.ofNullable(sheet)));
    }

    @PutMapping("/cells")
    ResponseEntity<EditedView> cells(
            @PathVariable String vendor,
            @PathVariable String v,
            @RequestBody List<CellChange> changes,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        List<Edit> edits = changes.stream()
                .<Edit>map(change -> new Edit.SetCell(
                        named("sheet", change.sheet()), named("cell", change.cell()), typed(change.value())))
                .toList();
        return edited(vendor, v, ifMatch, edits);
    }

    @PostMapping("/rows")
    ResponseEntity<EditedView> add(
            @PathVariable String vendor,
            @PathVariable String v,
            @RequestBody NewRow row,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Map<String, String> values = new LinkedHashMap<>();
        if (row.values() != null) {
            row.values().forEach((header, value) -> values.put(header, typed(value)));
        }
        if (values.values().stream().allMatch(String::isBlank)) {
            throw Refusal.of("values", "A row holds something; give at least one value by the heading of its column.");
        }
        return edited(vendor, v, ifMatch, List.of(new Edit.AddRow(named("sheet", row.sheet()), values)));
    }

    @DeleteMapping("/rows/{row}")
    ResponseEntity<EditedView> delete(
            @PathVariable String vendor,
            @PathVariable String v,
            @PathVariable int row,
            @RequestParam String sheet,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return edited(vendor, v, ifMatch, List.of(new Edit.DeleteRow(sheet, row)));
    }

    private ResponseEntity<EditedView> edited(String vendor, String v, @Nullable String ifMatch, List<Edit> edits) {
        Draft draft = DraftOf.edition(edition(vendor, v));
        Editing.Edited edited = editing.edit(Caller.current(), draft, EntityTag.sha256(ifMatch), edits);
        return ResponseEntity.ok()
                .eTag(edited.draft().sha256())
                .body(new EditedView(
                        edited.draft().name(),
                        edited.draft().sha256(),
                        edited.changes(),
                        CheckView.of(edited.check())));
    }

    private Edition edition(String vendor, String v) {
        return editions.find(VendorName.of(vendor), "version", v);
    }

    private static String named(String field, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw Refusal.of(field, "Say which %s is meant.".formatted(field));
        }
        return name;
    }

    /** As somebody would type it. */
    private static String typed(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Boolean answer) {
            return answer ? "yes" : "no";
        } else if (value instanceof Number number) {
            return new BigDecimal(number.toString()).toPlainString();
        } else if (value instanceof String text) {
            return text;
        }
        throw Refusal.of("value", "A cell holds a text, a number, true or false, or null to be empty.");
    }
}
