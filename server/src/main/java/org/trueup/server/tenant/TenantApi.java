package org.trueup.server.tenant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trueup.batch.night.TenantViews;
import org.trueup.rules.outcome.Position;
import org.trueup.server.body.EntitlementBody;
import org.trueup.server.body.MonthBody;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;

/** Tenants over HTTP. Every answer has an ETag, so that one who has it already is told so. */
@RestController
@RequestMapping("/api/v1/tenants")
@Tag(name = "tenants", description = "Tenants as the stored nights saw them; always the caller's own alone.")
class TenantApi {
    private static final int MOST_NIGHTS = 400;
    private static final int MOST_USERS = 5_000;

    private final Tenants tenants;

    TenantApi(Tenants tenants) {
        this.tenants = tenants;
    }

    @GetMapping
    @Operation(summary = "Pages of tenants with their positions, of each vendor's latest night")
    ResponseEntity<TenantBodies.Tenants> page(
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(name = "account_manager", required = false) @Nullable String accountManager,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        TenantFilter filter = new TenantFilter(vendor, status, accountManager, q, sort, page, size);
        TenantViews.Page found = tenants.page(Caller.current(), filter);
        List<PositionBody> bodies = found.tenants().stream()
                .map(seen -> PositionBody.of(new TenantView(seen, false)))
                .toList();
        return tagged(
                "%s-%d-%x".formatted(found.version(), found.total(), bodies.hashCode()),
                new TenantBodies.Tenants(page, size, found.total(), PageLinks.of(page, size, found.total()), bodies));
    }

    @GetMapping("/{id}/position")
    @Operation(summary = "The position of a tenant, of the latest night or of a past one")
    ResponseEntity<PositionBody> position(
            @PathVariable String id, @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf) {
        TenantView tenant = tenant(id, asOf);
        return tagged(tenant.version(), PositionBody.of(tenant));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "The positions of past nights, the last first")
    ResponseEntity<TenantBodies.History> history(
            @PathVariable String id, @RequestParam(defaultValue = "90") int nights) {
        if (nights < 1 || nights > MOST_NIGHTS) {
            throw Refusal.of("nights", "Ask for 1 to " + MOST_NIGHTS + " nights.");
        }
        List<PositionBody> bodies = tenants.history(Caller.current(), id, nights).stream()
                .map(PositionBody::of)
                .toList();
        return tagged("%x".formatted(bodies.hashCode()), new TenantBodies.History(id, bodies));
    }

    @GetMapping("/{id}/users")
    @Operation(summary = "The accounts that were looked at, and what each counted")
    ResponseEntity<TenantBodies.Users> users(
            @PathVariable String id,
            @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "1000") int size) {
        if (page < 0) {
            throw Refusal.of("page", "Pages are counted from 0.");
        }
        if (size < 1 || size > MOST_USERS) {
            throw Refusal.of("size", "A page has 1 to " + MOST_USERS + " users.");
        }
        Tenants.Users found = tenants.users(Caller.current(), id, asOf, (long) page * size, size);
        TenantView tenant = found.tenant();
        Position position = tenant.position();
        var deactivations = tenant.seen().outcome().deactivations();
        return tagged(
                tenant.version(),
                new TenantBodies.Users(
                        id,
                        position == null ? null : position.subscriptionId(),
                        tenant.seen().asOf(),
                        tenant.seen().factsAsOf(),
                        page,
                        size,
                        found.total(),
                        PageLinks.of(page, size, found.total()),
                        found.users().stream()
                                .map(user -> TenantBodies.User.of(user, position, deactivations))
                                .toList()));
    }

    @GetMapping("/{id}/months")
    @Operation(summary = "What each subscription used month by month, past ones too")
    ResponseEntity<TenantBodies.Months> months(
            @PathVariable String id, @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf) {
        TenantView tenant = tenant(id, asOf);
        return tagged(
                tenant.version(),
                new TenantBodies.Months(
                        id,
                        tenant.seen().asOf(),
                        tenant.seen().factsAsOf(),
                        tenant.months().stream().map(MonthBody::of).toList()));
    }

    @GetMapping("/{id}/entitlements")
    @Operation(summary = "What a tenant is entitled to")
    ResponseEntity<TenantBodies.Entitlements> entitlements(
            @PathVariable String id, @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf) {
        TenantView tenant = tenant(id, asOf);
        Position position = tenant.position();
        return tagged(
                tenant.version(),
                new TenantBodies.Entitlements(
                        id,
                        tenant.seen().asOf(),
                        position == null ? null : position.plan(),
                        tenant.entitlements().stream().map(EntitlementBody::of).toList()));
    }

    @GetMapping("/{id}/findings")
    @Operation(summary = "What a person should know or do about a tenant")
    ResponseEntity<TenantBodies.Findings> findings(
            @PathVariable String id, @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf) {
        TenantView tenant = tenant(id, asOf);
        return tagged(
                tenant.version(),
                new TenantBodies.Findings(
                        id,
                        tenant.seen().asOf(),
                        tenant.findings().stream().map(TenantBodies.Found::of).toList()));
    }

    private TenantView tenant(String id, @Nullable LocalDate asOf) {
        return tenants.tenant(Caller.current(), id, asOf);
    }

    /** A request that names the same version gets no body (Spring compares them). */
    private static <T> ResponseEntity<T> tagged(String version, T body) {
        return ResponseEntity.ok().eTag(version).body(body);
    }
}
