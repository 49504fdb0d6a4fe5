package org.trueup.server.tenant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trueup.batch.night.NightViews;
import org.trueup.batch.night.PastPosition;
import org.trueup.batch.night.TenantQuery;
import org.trueup.batch.night.TenantViews;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Position;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;
import org.trueup.server.security.TenantScope;
import org.trueup.spreadsheets.report.NightOutcome.Selection;

/** Tenants as the caller of a request may see them; HTTP and pages ask the same. */
@Component
public class Tenants {
    private final TenantViews views;
    private final NightViews nights;

    Tenants(TenantViews views, NightViews nights) {
        this.views = views;
        this.nights = nights;
    }

    /** Some of the accounts that were looked at, by id, and how many there are in all. */
    public record Users(TenantView tenant, long total, List<CountedUser> users) {}

    /** One page of the caller's tenants. */
    public TenantViews.Page page(Caller caller, TenantFilter filter) {
        TenantScope scope = caller.tenants();
        if (scope instanceof TenantScope.Nobody) {
            return new TenantViews.Page("", 0, List.of());
        }
        return views.page(filter.query(sees(scope)));
    }

    private static TenantQuery.Sees sees(TenantScope scope) {
        if (scope instanceof TenantScope.OfAccountManager manager) {
            return new TenantQuery.Sees(manager.name(), null);
        }
        return scope instanceof TenantScope.One one ? new TenantQuery.Sees(null, one.id()) : TenantQuery.Sees.EVERYBODY;
    }

    /**
     * What a night says of one of the caller's tenants.
     *
     * @param asOf none means the latest night
     * @throws Refusal when there is no such tenant for the caller, or no night knows it
     */
    public TenantView tenant(Caller caller, String id, @Nullable LocalDate asOf) {
        TenantViews.Known known = known(caller, id);
        return (asOf == null ? views.latest(known) : views.on(asOf, known))
                .map(seen -> new TenantView(seen, isCustomer(caller)))
                .orElseThrow(() -> Refusal.notFound(whyNot(id, asOf)));
    }

    private String whyNot(String id, @Nullable LocalDate asOf) {
        if (asOf == null) {
            return "No night has decided the tenant " + id + " yet; the next one will.";
        }
        return views.isThinned(asOf)
                ? "The results of the night of %s were dropped, as the settings ask; the history of the tenant %s lists the nights that are kept."
                        .formatted(asOf, id)
                : "There is no night of %s that knows the tenant %s; its history lists those that do."
                        .formatted(asOf, id);
    }

    /** Where one of the caller's tenants stood on its last nights, the last first. */
    public List<PastPosition> history(Caller caller, String id, int most) {
        List<PastPosition> nightsOfTenant = views.history(known(caller, id), most);
        return isCustomer(caller)
                ? nightsOfTenant.stream()
                        .filter(night -> shown(night.position()))
                        .toList()
                : nightsOfTenant;
    }

    private static boolean shown(@Nullable Position position) {
        return position != null && position.shownToCustomers();
    }

    /**
     * Some of the accounts that a night looked at.
     *
     * @param from 0 is the first
     */
    public Users users(Caller caller, String id, @Nullable LocalDate asOf, long from, int most) {
        TenantView tenant = tenant(caller, id, asOf);
        return tenant.usersShown()
                ? new Users(tenant, views.countUsers(tenant.seen()), views.users(tenant.seen(), from, most))
                : new Users(tenant, 0, List.of());
    }

    /**
     * How things stand after the last nights: for everybody's tenants or the caller's own. None in a store without nights,
     * and for who sees no tenants but an own one.
     */
    public Optional<NightViews.Tonight> tonight(Caller caller) {
        TenantScope scope = caller.tenants();
        if (scope instanceof TenantScope.OfAccountManager manager) {
            return nights.tonight(new Selection.OfAccountManager(manager.name()));
        }
        return scope instanceof TenantScope.Everyone ? nights.tonight(new Selection.Everyone()) : Optional.empty();
    }

    /** Under whose names the caller's tenants stand; just the own name for who manages some. */
    public List<String> accountManagers(Caller caller) {
        TenantScope scope = caller.tenants();
        if (scope instanceof TenantScope.OfAccountManager manager) {
            return List.of(manager.name());
        }
        return scope instanceof TenantScope.Everyone ? nights.accountManagers() : List.of();
    }

    /** L8: of the customer's people only administrators see usage, and of theirs alone. */
    private static boolean isCustomer(Caller caller) {
        return caller.tenants() instanceof TenantScope.One;
    }

    private TenantViews.Known known(Caller caller, String id) {
        return Optional.of(id)
                .filter(given -> !given.isEmpty())
                .flatMap(given -> views.known(new TenantId(given)))
                .filter(tenant -> caller.tenants().holds(tenant.id().value(), tenant.accountManager()))
                .orElseThrow(() -> Refusal.notFound("There is no tenant " + id + "."));
    }
}
