package org.trueup.server.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;
import org.trueup.spreadsheets.annotate.AnnotatedWorkbook;
import org.trueup.spreadsheets.annotate.Annotation;
import org.trueup.spreadsheets.check.CheckReport;

/** The workbooks of versions and drafts over HTTP: as they are, checked, annotated, replaced, and compared. */
@RestController
@RequestMapping("/api/v1/policies/{vendor}")
class WorkbooksApi {
    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Editions editions;
    private final Drafts drafts;
    private final Checking checking;
    private final Differences differences;

    WorkbooksApi(Editions editions, Drafts drafts, Checking checking, Differences differences) {
        this.editions = editions;
        this.drafts = drafts;
        this.checking = checking;
        this.differences = differences;
    }

    /** What changed from one workbook to another. */
    record DiffView(String from, String to, List<Differences.Told> differences) {}

    @GetMapping("/versions/{v}/workbook")
    ResponseEntity<byte[]> workbook(@PathVariable String vendor, @PathVariable String v) {
        Edition edition = edition(vendor, v);
        return ResponseEntity.ok()
                .eTag(edition.sha256())
                .headers(download(vendor + ".xlsx"))
                .body(editions.workbook(edition));
    }

    @PutMapping("/versions/{v}/workbook")
    ResponseEntity<VersionsApi.CheckedDraft> replace(
            @PathVariable String vendor,
            @PathVariable String v,
            InputStream workbook,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch)
            throws IOException {
        Draft draft = DraftOf.edition(edition(vendor, v));
        byte[] file = UploadedFile.read(workbook);
        CheckReport report = checking.checkSent(draft.vendor(), file);
        Draft changed =
                drafts.change(Caller.current(), draft, EntityTag.sha256(ifMatch), file, "another workbook uploaded");
        return ResponseEntity.ok()
                .eTag(changed.sha256())
                .body(new VersionsApi.CheckedDraft(DraftView.of(changed), CheckView.of(report)));
    }

    @RequestMapping(
            path = "/versions/{v}/check",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<CheckView> check(@PathVariable String vendor, @PathVariable String v) {
        Edition edition = edition(vendor, v);
        return ResponseEntity.ok()
                .eTag(edition.sha256())
                .body(CheckView.of(checking.check(edition.vendor(), editions.workbook(edition))));
    }

    @GetMapping("/versions/{v}/annotated-workbook")
    ResponseEntity<byte[]> annotated(@PathVariable String vendor, @PathVariable String v) {
        Edition edition = edition(vendor, v);
        byte[] workbook = editions.workbook(edition);
        Annotation annotation = AnnotatedWorkbook.of(workbook, checking.check(edition.vendor(), workbook));
        if (annotation instanceof Annotation.Written written) {
            return ResponseEntity.ok()
                    .headers(download(vendor + "-checked.xlsx"))
                    .body(written.workbook());
        }
        throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, ((Annotation.NotPossible) annotation).sentence() + ".");
    }

    @GetMapping("/diff")
    DiffView diff(@PathVariable String vendor, @RequestParam String from, @RequestParam String to) {
        Edition before = editions.find(VendorName.of(vendor), "from", from);
        Edition after = editions.find(VendorName.of(vendor), "to", to);
        return new DiffView(
                before.name(),
                after.name(),
                differences.between(before, after).stream()
                        .map(Differences.Told::of)
                        .toList());
    }

    private Edition edition(String vendor, String v) {
        return editions.find(VendorName.of(vendor), "version", v);
    }

    static HttpHeaders download(String file) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(XLSX);
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(file).build());
        return headers;
    }
}
