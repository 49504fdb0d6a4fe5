package org.trueup.batch.night;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Position;
import org.trueup.spreadsheets.report.TenantOutcome.NightBefore;
import org.trueup.spreadsheets.report.Urgency;

/**
 * What a list of tenants to look at says of one.
 *
 * @param position none where the night made none
 * @param movement of what is to be done since the night before
 * @param nightsUnchanged for how many nights before this one the tenant stood the same
 * @param urgency how soon somebody must act; none where nobody must
 * @param offer what to offer, in a sentence; empty where there is nothing to say
 */
public record TenantLine(
        Tenant tenant,
        @Nullable Position position,
        Movement movement,
        @Nullable NightBefore before,
        int nightsUnchanged,
        @Nullable Urgency urgency,
        String offer) {}
