package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.rules.AccountBuilder.person;
import static org.trueup.rules.TenantBuilder.activtrak;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trueup.rules.AccountBuilder;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.TrackingGroup;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;

/** ActivTrak's documents: which identities consume a licence, and which could be reclaimed. */
class ActivTrakIdentitiesTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final PolicyEngine ENGINE = DroolsPolicyEngine.withoutWayBacks(List.of(TestPolicies.activtrak()));

    private static TenantBuilder tenant() {
        return activtrak("t").subscribed("Essentials", 5);
    }

    private static Assessment assess(TenantBuilder tenant) {
        return ENGINE.assess(tenant.facts(), AS_OF);
    }

    private static int used(TenantBuilder tenant) {
        Position position = assess(tenant).position();
        assertThat(position).isNotNull();
        return position.used();
    }

    private static List<Finding> findings(TenantBuilder tenant, String code) {
        return assess(tenant).findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }

    @Test
    void a7OneLoginOnThreeDevicesOfADomainIsOneIdentity() {
        assertThat(used(tenant().with(person("a").inDomain("jen", "corp", "pc1").withHistory())
                        .with(person("b").inDomain("jen", "corp", "pc2").withHistory())
                        .with(person("c").inDomain("jen", "corp", "pc3").withHistory())))
                .isEqualTo(1);
        assertThat(used(tenant().with(person("a").inDomain("jen", "corp", "pc1").withHistory())
                        .with(person("b").inDomain("jen", "lab", "pc1").withHistory())))
                .isEqualTo(2);
    }

    @Test
    void a7FiveLoginsOnOneDeviceAreFive() {
        TenantBuilder tenant = tenant();
        for (String user : List.of("u", "v", "w", "x", "y")) {
            tenant.with(person(user).inDomain(user, "corp", "pc1").withHistory());
        }
        assertThat(used(tenant)).isEqualTo(5);
    }

    @Test
    void a7OnStandaloneMachinesTheDeviceCounts() {
        assertThat(used(tenant().with(person("a").standalone("jen", "pc1").withHistory())
                        .with(person("b").standalone("jen", "pc1-renamed").withHistory())
                        .with(person("c").standalone("jen", "pc1").withHistory())))
                .isEqualTo(2);
    }

    @Test
    void a7WithoutAUserNameTheEmailStandsForItElseTheAccount() {
        assertThat(used(tenant().with(person("a").email("jen@example.org").withHistory())
                        .with(person("b").email("jen@example.org").withHistory())
                        .with(person("c").withHistory())
                        .with(person("d").withHistory())))
                .isEqualTo(3);
    }

    @Test
    void a8AMergeJoinsWholeIdentitiesInChains() {
        TenantBuilder tenant = tenant().with(
                        person("a").standalone("jen", "pc1").mergedInto("b").withHistory())
                .with(person("b").standalone("jen", "pc2").mergedInto("c").withHistory())
                .with(person("c").standalone("jen", "pc3"))
                .with(person("d").standalone("jen", "pc3").withHistory())
                .with(person("e").standalone("jen", "pc1").withHistory());
        assertThat(used(tenant)).isEqualTo(1);
        assertThat(assess(tenant).users())
                .extracting(CountedUser::accountId, CountedUser::counted)
                .containsExactly(tuple("a", 1), tuple("b", 0), tuple("c", 0), tuple("d", 0), tuple("e", 0));
        assertThat(assess(tenant).users())
                .extracting(CountedUser::reason)
                .startsWith(
                        "data is stored (one identity of 5 accounts)",
                        "the same identity as a (Name of a), counted there");
    }

    @Test
    void a8ACircleOfMergesIsOneIdentityAndAMergeIntoItselfOrNobodyJoinsNothing() {
        assertThat(used(tenant().with(person("a").mergedInto("b").withHistory())
                        .with(person("b").mergedInto("a").withHistory())
                        .with(person("c").mergedInto("c").withHistory())
                        .with(person("d").mergedInto("nobody").withHistory())))
                .isEqualTo(3);
    }

    @Test
    void a8AliasAccessNeverLowersTheCount() {
        assertThat(used(tenant().with(person("a").access(Access.ALIAS).withHistory())))
                .isEqualTo(1);
    }

    @Test
    void a9HistoryCountsWhateverElseIsTrue() {
        assertThat(used(tenant().with(person("a").registeredOn("2026-03-01")))).isEqualTo(1);
        assertThat(used(tenant().with(person("a")))).isZero();
        assertThat(used(tenant().with(person("a").untracked().withHistory()))).isEqualTo(1);
        assertThat(used(tenant().with(person("a").untracked()))).isZero();
        assertThat(used(tenant().with(person("a").removedOn("2026-01-01").withHistory())))
                .isEqualTo(1);
        assertThat(used(tenant().with(person("a").kind(AccountKind.SYSTEM).withHistory())))
                .isEqualTo(1);
        assertThat(used(tenant().with(person("a").group(TrackingGroup.DNT).withHistory())))
                .isEqualTo(1);
        assertThat(used(tenant().with(person("a")
                        .group(TrackingGroup.DELETE)
                        .withHistory()
                        .loggedInOn("2026-11-20"))))
                .isZero();
    }

    @Test
    void a9ActivityAfterADeletionMakesHistoryAgain() {
        assertThat(used(tenant().with(person("a").withHistory().historyDeletedOn("2026-11-21"))))
                .isZero();
        assertThat(used(tenant().with(person("a").withHistory().historyDeletedOn("2026-11-22"))))
                .isEqualTo(1);
        assertThat(used(tenant().with(person("a").historyDeletedOn("2026-11-20").registeredOn("2026-11-20"))))
                .isZero();
        assertThat(used(tenant().with(person("a").historyDeletedOn("2026-11-20").loggedInOn("2026-11-21"))))
                .isEqualTo(1);
        assertThat(used(tenant().with(person("a").registeredOn("2026-11-22")))).isZero();
    }

    @Test
    void whatCouldBeReclaimed() {
        assertThat(findings(tenant().withHistory(3), "RECLAIM_BY_MERGE")).isEmpty();
        assertThat(findings(tenant().withHistory(3), "RECLAIM_BY_DELETE")).isEmpty();
    }

    @Test
    void severalIdentitiesOfOnePersonCouldBeMerged() {
        TenantBuilder tenant = tenant().with(
                        person("a").named("Jen Poe").standalone("jen", "pc1").withHistory())
                .with(person("b").named("JEN POE").standalone("jen", "pc2").withHistory())
                .with(person("c").named("J. Poe").email("j@example.org").withHistory())
                .with(person("d").named("jen poe").standalone("jen", "pc3"));
        assertThat(findings(tenant, "RECLAIM_BY_MERGE"))
                .extracting(Finding::message, finding -> String.valueOf(finding.cell()))
                .containsExactly(tuple(
                        "1 licence could be reclaimed by merging the identities of one person: Jen Poe.",
                        "activtrak.xlsx!Entitlements!E11"));
        TenantBuilder free = activtrak("t")
                .with(person("a").named("Jen Poe").standalone("jen", "pc1").withHistory())
                .with(person("b").named("Jen Poe").standalone("jen", "pc2").withHistory());
        assertThat(findings(free, "RECLAIM_BY_MERGE")).isEmpty();
    }

    @Test
    void historiesOfUntrackedOrFormerUsersCouldBeDeleted() {
        TenantBuilder tenant = tenant().with(
                        person("a").named("Ann").untracked().withHistory())
                .with(person("b").named("Bob").removedOn("2026-11-21").withHistory())
                .with(person("c").named("Cid").removedOn("2026-11-22").withHistory())
                .with(person("d").named("Dan").group(TrackingGroup.DNT).withHistory())
                .with(person("e").named("Eve").untracked().mergedInto("f").withHistory())
                .with(person("f").named("Fay").withHistory());
        assertThat(findings(tenant, "RECLAIM_BY_DELETE"))
                .extracting(Finding::message)
                .containsExactly(
                        "3 licences could be reclaimed by deleting the history of untracked or former users: Ann,"
                                + " Bob, Dan. Deleting cannot be undone: export first.");
    }

    @Test
    void a14SettingUsersToDoNotTrackAloneFreesNothing() {
        assertThat(used(tenant().with(person("a").group(TrackingGroup.DNT).registeredOn("2026-11-01"))))
                .isEqualTo(1);
    }

    private static TenantBuilder fiveUsersAndAGuestProfile(boolean domain) {
        TenantBuilder tenant = tenant();
        for (String user : List.of("eva", "bob", "cy", "di", "ed")) {
            tenant.with(on(domain, user, user + "-pc"));
        }
        return tenant.with(on(domain, "eva", "bob-pc"));
    }

    private static AccountBuilder on(boolean domain, String user, String device) {
        AccountBuilder account = person(user + "@" + device).withHistory();
        return domain ? account.inDomain(user, "corp", device) : account.standalone(user, device);
    }

    @Test
    void a16FiveUsersAndAGuestProfile() {
        assertThat(used(fiveUsersAndAGuestProfile(false))).isEqualTo(6);
        assertThat(used(fiveUsersAndAGuestProfile(true))).isEqualTo(5);
    }

    @Test
    void a16EightyNineLicencesAnd340UsersAreOverBy251() {
        Position position = assess(activtrak("t").subscribed("Essentials", 89).withHistory(340))
                .position();
        assertThat(position).isNotNull();
        assertThat(position.shortBy()).isEqualTo(251);
        assertThat(position.status()).isEqualTo(Status.GRACE);
    }

    @Test
    void a12TheAsOfMonthAloneIsKnown() {
        assertThat(assess(tenant().withHistory(6)).months())
                .extracting(MonthUse::toString)
                .singleElement()
                .asString()
                .contains("2026-11", "consumed=6", "remaining=0", "overage=1");
    }
}
