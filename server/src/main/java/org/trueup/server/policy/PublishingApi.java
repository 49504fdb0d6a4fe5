package org.trueup.server.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trueup.batch.store.PolicyTimeline;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;

/** Publishing over HTTP, and the trail of what was published. */
@RestController
@RequestMapping("/api/v1/policies/{vendor}")
class PublishingApi {
    private final Editions editions;
    private final Publishing publishing;
    private final History history;

    PublishingApi(Editions editions, Publishing publishing, History history) {
        this.editions = editions;
        this.publishing = publishing;
        this.history = history;
    }

    /** @param sha256 of the workbook that the approver looked at; none publishes what is there */
    record PublishRequest(
            @Nullable LocalDate effectiveOn,
            @Nullable String note,
            @Nullable String sha256) {}

    /**
     * What came of publishing.
     *
     * @param nightsTouched stored nights that this version would decide otherwise, when they are run again
     * @param sameWorkbookAs an earlier version with the same bytes
     * @param replacedBy the version that takes over from it, published before
     */
    record PublishedView(
            VersionView version,
            List<LocalDate> nightsTouched,
            @Nullable Integer sameWorkbookAs,
            @Nullable Integer replacedBy) {}

    /** A line of the trail. */
    record EventView(Instant at, String what, String subject, String who, String approver, String note) {}

    @PostMapping("/versions/{v}/publish")
    PublishedView publish(
            @PathVariable String vendor,
            @PathVariable String v,
            @RequestBody PublishRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Edition edition = editions.find(VendorName.of(vendor), "version", v);
        if (!(edition instanceof Edition.OfDraft drafted)) {
            throw Refusal.conflict("Version %s is published already; roll back to it to bring it back.".formatted(v));
        }
        if (request.effectiveOn() == null) {
            throw Refusal.of("effective_on", "Say from which day on it is in force, for example 2026-12-01.");
        }
        String seen = request.sha256() == null ? EntityTag.sha256(ifMatch) : request.sha256();
        Publishing.Order order =
                new Publishing.Order(request.effectiveOn(), request.note() == null ? "" : request.note(), seen);
        return view(publishing.publish(Caller.current(), drafted.draft(), order));
    }

    @GetMapping("/history")
    List<EventView> history(@PathVariable String vendor) {
        return history.of(VendorName.of(vendor)).stream()
                .map(event -> new EventView(
                        event.at().toInstant(ZoneOffset.UTC),
                        event.what(),
                        event.subject(),
                        event.who(),
                        event.approver(),
                        event.note()))
                .toList();
    }

    private PublishedView view(Publishing.Published published) {
        Vendor vendor = published.version().vendor();
        return new PublishedView(
                VersionView.of(published.version(), PolicyTimeline.of(editions.versions(vendor))),
                published.nightsTouched(),
                published.twin().map(PolicyVersion::version).orElse(null),
                published.next().map(PolicyVersion::version).orElse(null));
    }
}
