package org.trueup.server.policy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.trueup.batch.store.PolicyTimeline;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;
import org.trueup.spreadsheets.check.CheckReport;

/** The versions and drafts of policies over HTTP: what there is, and how a draft begins and goes away. */
@RestController
@RequestMapping("/api/v1/policies")
class VersionsApi {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Editions editions;
    private final Drafts drafts;
    private final Checking checking;
    private final Clock clock;

    VersionsApi(Editions editions, Drafts drafts, Checking checking, Clock clock) {
        this.editions = editions;
        this.drafts = drafts;
        this.checking = checking;
        this.clock = clock;
    }

    /** @param version in force today; none where there is none yet */
    record PolicyView(String vendor, @Nullable Integer version, int drafts) {}

    /** All there is of one vendor. */
    record VersionsView(String vendor, List<VersionView> versions, List<DraftView> drafts) {}

    /** A draft and what its check found. */
    record CheckedDraft(DraftView draft, CheckView check) {}

    /** @param basedOn the version or draft to begin from */
    record CopyRequest(@Nullable String basedOn, @Nullable String note) {}

    @GetMapping
    List<PolicyView> policies() {
        LocalDate today = LocalDate.now(clock);
        return editions.vendors().stream()
                .map(vendor -> new PolicyView(
                        vendor.name(),
                        PolicyTimeline.of(editions.versions(vendor))
                                .inForceOn(today)
                                .map(PolicyVersion::version)
                                .orElse(null),
                        editions.drafts(vendor).size()))
                .toList();
    }

    @GetMapping("/{vendor}/versions")
    VersionsView versions(@PathVariable String vendor) {
        Vendor of = VendorName.of(vendor);
        List<PolicyVersion> published = editions.versions(of);
        PolicyTimeline timeline = PolicyTimeline.of(published);
        return new VersionsView(
                vendor,
                published.stream()
                        .map(version -> VersionView.of(version, timeline))
                        .toList(),
                editions.drafts(of).stream().map(DraftView::of).toList());
    }

    @GetMapping("/{vendor}/versions/{v}")
    Object version(@PathVariable String vendor, @PathVariable String v) {
        Edition edition = editions.find(VendorName.of(vendor), "version", v);
        return edition instanceof Edition.OfVersion published
                ? VersionView.of(published.version(), PolicyTimeline.of(editions.versions(edition.vendor())))
                : DraftView.of(((Edition.OfDraft) edition).draft());
    }

    @PostMapping(path = "/{vendor}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<CheckedDraft> upload(
            @PathVariable String vendor,
            @RequestPart("workbook") MultipartFile workbook,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(name = "based_on", required = false) @Nullable String basedOn)
            throws IOException {
        try (InputStream sent = workbook.getInputStream()) {
            return made(VendorName.of(vendor), UploadedFile.read(sent), note, basedOn);
        }
    }

    @PostMapping(
            path = "/{vendor}/versions",
            consumes = {XLSX, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<CheckedDraft> upload(
            @PathVariable String vendor,
            InputStream workbook,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(name = "based_on", required = false) @Nullable String basedOn)
            throws IOException {
        return made(VendorName.of(vendor), UploadedFile.read(workbook), note, basedOn);
    }

    @PostMapping(path = "/{vendor}/versions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CheckedDraft> copy(@PathVariable String vendor, @RequestBody CopyRequest request) {
        if (request.basedOn() == null) {
            throw Refusal.of("based_on", "Name the version or draft to begin from, or send a workbook instead.");
        }
        Edition origin = editions.find(VendorName.of(vendor), "based_on", request.basedOn());
        return created(drafts.from(Caller.current(), origin, request.note() == null ? "" : request.note()));
    }

    @PostMapping("/{vendor}/versions/{v}/roll-back")
    ResponseEntity<CheckedDraft> rollBack(
            @PathVariable String vendor,
            @PathVariable String v,
            @RequestBody(required = false) @Nullable CopyRequest request) {
        Edition edition = editions.find(VendorName.of(vendor), "version", v);
        if (!(edition instanceof Edition.OfVersion published)) {
            throw Refusal.conflict(v + " is a draft; only a published version can be brought back.");
        }
        String note = request == null || request.note() == null ? "" : request.note();
        return created(drafts.rollBack(
                Caller.current(), edition.vendor(), published.version().version(), note));
    }

    @DeleteMapping("/{vendor}/versions/{v}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String vendor, @PathVariable String v) {
        Edition edition = editions.find(VendorName.of(vendor), "version", v);
        if (!(edition instanceof Edition.OfDraft draft)) {
            throw Refusal.conflict("A published version is never deleted; roll back to another one.");
        }
        drafts.discard(Caller.current(), draft.draft());
    }

    private ResponseEntity<CheckedDraft> made(Vendor vendor, byte[] workbook, String note, @Nullable String basedOn) {
        CheckReport report = checking.checkSent(vendor, workbook);
        return created(drafts.make(Caller.current(), vendor, workbook, note, basedOn), report);
    }

    private ResponseEntity<CheckedDraft> created(Draft draft) {
        return created(draft, checking.check(draft.vendor(), editions.workbook(new Edition.OfDraft(draft))));
    }

    private static ResponseEntity<CheckedDraft> created(Draft draft, CheckReport report) {
        return ResponseEntity.created(
                        URI.create("/api/v1/policies/%s/versions/%s".formatted(draft.vendor(), draft.name())))
                .eTag(draft.sha256())
                .body(new CheckedDraft(DraftView.of(draft), CheckView.of(report)));
    }
}
