package org.trueup.server.demo;

import java.util.ArrayList;
import java.util.List;

/** The tenants with speaking ids: the vendors' own examples, and what makes readers of data stumble. */
final class Examples {
    private Examples() {}

    static List<DemoTenant> all(Season season, Names names, Companies companies) {
        Cast cast = new Cast(season, names);
        List<TenantDraft> drafts = new ArrayList<>();
        drafts.addAll(new PlectoExamples(season, cast).all());
        drafts.addAll(new PenseroExamples(season, cast).all());
        drafts.addAll(new ActivTrakExamples(season, cast).all());
        drafts.addAll(new ActivTrakTerms(season, cast).all());
        drafts.addAll(new LearningExamples(season, cast).all());
        drafts.addAll(new Oddities(season, cast).all());
        List<DemoTenant> tenants = new ArrayList<>(drafts.size());
        for (TenantDraft draft : drafts) {
            tenants.add(draft.lookedAfterBy(companies.accountManager(tenants.size() % 4))
                    .done());
        }
        return tenants;
    }
}
