package org.trueup.rules.policy.derived;

import java.time.LocalDate;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Term;
import org.trueup.rules.terms.SettingTerms;

/** A tenant without a subscription in force. */
public record Unsubscribed(TenantFacts facts) {
    /** Free ends when something is bought; nobody knows when. */
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    public TenantId tenant() {
        return facts.id();
    }

    /** Whether a trial of so many days as the row says runs on a day; the day of sign-up is its first (A6). */
    public boolean tries(SettingTerms trialDays, LocalDate day) {
        return signedUpBy(day) && !day.isAfter(trialEnd(trialDays));
    }

    /** Whether the trial was over before a day (A6). */
    public boolean hasTried(SettingTerms trialDays, LocalDate day) {
        return signedUpBy(day) && day.isAfter(trialEnd(trialDays));
    }

    /** The last day of the trial; for tenants that signed up. */
    public LocalDate trialEnd(SettingTerms trialDays) {
        return signedUpOn().plusDays(trialDays.number() - 1L);
    }

    /** What a tenant holds that tries a plan: as many licences as it likes, unless the plan has a cap. */
    public Subscription trial(SettingTerms trialDays, String plan) {
        return Subscription.withoutPurchase(plan, Term.TRIAL, signedUpOn(), trialEnd(trialDays));
    }

    /** What a tenant holds that bought nothing and tries nothing. */
    public Subscription free(String plan) {
        return Subscription.withoutPurchase(plan, Term.PAID, LocalDate.EPOCH, NO_END);
    }

    private boolean signedUpBy(LocalDate day) {
        LocalDate signedUpOn = facts.tenant().signedUpOn();
        return signedUpOn != null && !signedUpOn.isAfter(day);
    }

    private LocalDate signedUpOn() {
        LocalDate signedUpOn = facts.tenant().signedUpOn();
        if (signedUpOn == null) {
            throw new IllegalStateException("tenant " + tenant() + " has not signed up");
        }
        return signedUpOn;
    }
}
