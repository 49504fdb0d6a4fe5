package org.trueup.server.demo;

import java.time.LocalDate;
import java.util.List;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.Term;

/** Pensero's own examples (N1 to N8). */
final class PenseroExamples {
    private final Season season;
    private final Cast cast;

    PenseroExamples(Season season, Cast cast) {
        this.season = season;
        this.cast = cast;
    }

    List<TenantDraft> all() {
        return List.of(
                team("97-of-100", "Ninety-Seven Labs", cast.year("Growth", 100), 97),
                team("seat-limit", "Full House Software", cast.year("Growth", 20), 20),
                team("starter-fifth-seat", "Five Founders", cast.yearUpToTheCap("Starter"), 5),
                team("enterprise-unlimited", "Boundless Systems plc", cast.yearUpToTheCap("Enterprise"), 60),
                team("half-empty", "Room to Grow Oy", cast.year("Growth", 24).discount("35"), 9),
                trial(),
                aliasAccess(),
                seatsReleased());
    }

    /** No seat is charged in a trial (N4). */
    private TenantDraft trial() {
        Deal tenDaysIn = cast.year("Growth", 15)
                .startingOn(season.asOf().minusDays(9))
                .days(30)
                .term(Term.TRIAL);
        return team("trial", "Just Trying GmbH", tenDaysIn, 9);
    }

    /** Of three executives one can use the alias access; the others' login is disabled or deactivated (N3). */
    private TenantDraft aliasAccess() {
        TenantDraft tenant = team("alias-access", "Chief Officers Group", cast.year("Growth", 10), 7);
        LocalDate lastMonth = season.asOf().minusMonths(1);
        return tenant.has(cast.person(tenant, 8).access(Access.ALIAS))
                .has(cast.person(tenant, 9).access(Access.ALIAS).loginDisabled())
                .has(cast.person(tenant, 10).access(Access.ALIAS).deactivated(lastMonth));
    }

    /** The night before counts 12 seats, the as-of date 10 (N5). */
    private TenantDraft seatsReleased() {
        TenantDraft tenant = team("seats-released", "Changing Places S.A.", cast.year("Growth", 12), 10);
        return tenant.has(cast.person(tenant, 11).removed(season.asOf()))
                .has(cast.person(tenant, 12).deactivated(season.asOf()));
    }

    private TenantDraft team(String example, String name, Deal deal, int seats) {
        TenantDraft tenant =
                cast.tenant("pensero-example-" + example, "pensero", name).buys(deal);
        for (int i = 1; i <= seats; i++) {
            tenant.has(cast.person(tenant, i));
        }
        return tenant;
    }
}
