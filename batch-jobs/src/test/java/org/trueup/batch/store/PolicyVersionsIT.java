package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.trueup.batch.store.PolicyEvent.Action.PUBLISHED;
import static org.trueup.batch.store.PolicyEvent.Action.ROLLED_BACK;
import static org.trueup.batch.store.PolicyEvent.Action.SHIPPED;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;

class PolicyVersionsIT {
    private static final TestStore TEST = TestStore.fresh();
    private static final Vendor PLECTO = new Vendor("plecto");
    private static final Vendor PENSERO = new Vendor("pensero");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private final PolicyVersions policies = new PolicyVersions(TEST.store().dataSource());

    @BeforeEach
    void clear() throws SQLException {
        TEST.clear();
    }

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void aShippedWorkbookHasAlwaysBeenInForce() {
        policies.ship(Map.of(PLECTO, bytes("first"), PENSERO, bytes("other")));

        assertThat(policies.inForceOn(PolicyVersions.BEGINNING_OF_TIME)).containsOnlyKeys(PENSERO, PLECTO);
        PolicyVersion version = policies.inForceOn(TODAY).get(PLECTO);
        assertThat(version.version()).isEqualTo(1);
        assertThat(version.effectiveOn()).isEqualTo("1000-01-01");
        assertThat(version.author()).isEqualTo("Trueup");
        assertThat(version.approver()).isEqualTo("Trueup");
        assertThat(version.sha256()).isEqualTo("a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e");
        assertThat(policies.workbook(version)).isEqualTo(bytes("first"));
    }

    @Test
    void shippingTheSameWorkbookAgainChangesNothing() {
        policies.ship(Map.of(PLECTO, bytes("first")));
        List<PolicyVersion> before = policies.all(PLECTO);

        policies.ship(Map.of(PLECTO, bytes("first")));

        assertThat(policies.all(PLECTO)).isEqualTo(before).hasSize(1);
    }

    @Test
    void aChangedShippedWorkbookBecomesTheNextVersion() {
        policies.ship(Map.of(PLECTO, bytes("first")));
        policies.ship(Map.of(PLECTO, bytes("second")));

        assertThat(policies.all(PLECTO)).extracting(PolicyVersion::version).containsExactly(1, 2);
        assertThat(policies.workbook(policies.inForceOn(TODAY).get(PLECTO))).isEqualTo(bytes("second"));
    }

    @Test
    void ofTheVersionsInForceTheLatestDateWinsAndThenTheHighestNumber() {
        policies.ship(Map.of(PLECTO, bytes("first")));
        publish("2026-06-01", "two");
        publish("2026-06-01", "three");
        publish("2026-12-01", "four");
        policies.ship(Map.of(PLECTO, bytes("second")));

        assertThat(versionOn("2026-05-31")).isEqualTo(5);
        assertThat(versionOn("2026-06-01")).isEqualTo(3);
        assertThat(versionOn("2026-11-30")).isEqualTo(3);
        assertThat(versionOn("2026-12-01")).isEqualTo(4);
    }

    @Test
    void aVersionThatPeoplePublishedDoesNotHideWhatWasShipped() {
        policies.ship(Map.of(PLECTO, bytes("first")));
        publish("1000-01-01", "mine");

        policies.ship(Map.of(PLECTO, bytes("first")));

        assertThat(policies.all(PLECTO)).extracting(PolicyVersion::version).containsExactly(1, 2);
    }

    @Test
    void programsThatShipAtTheSameTimeKeepOneVersion() {
        List<CompletableFuture<Void>> programs = IntStream.range(0, 8)
                .mapToObj(program -> CompletableFuture.runAsync(() -> policies.ship(Map.of(PLECTO, bytes("first")))))
                .toList();
        programs.forEach(CompletableFuture::join);

        assertThat(policies.all(PLECTO)).hasSize(1);
    }

    @Test
    void aPublishedWorkbookIsTheNextVersionWithAllThatWasSaidAboutIt() {
        PolicyVersion first = publish("2026-12-01", "mine");

        assertThat(first.version()).isEqualTo(1);
        assertThat(first.effectiveOn()).isEqualTo("2026-12-01");
        assertThat(first.author()).isEqualTo("Ann");
        assertThat(first.approver()).isEqualTo("Ben");
        assertThat(first.note()).isEqualTo("Why");
        assertThat(first.sha256()).isEqualTo("3fd30542fe3f61b14bd4a4b2dc0b6fb30fa6f63ebce52dd1778aaa8c4dc02cff");
        assertThat(policies.workbook(first)).isEqualTo(bytes("mine"));
        assertThat(policies.all(PLECTO)).containsExactly(first);
    }

    @Test
    void theSameWorkbookAgainIsANewVersionStill() {
        publish("2026-12-01", "mine");
        publish("2026-12-01", "mine");

        assertThat(policies.all(PLECTO)).extracting(PolicyVersion::version).containsExactly(1, 2);
    }

    @Test
    void aChangedShippedWorkbookDoesNotTakeThePlaceOfAPublishedOne() {
        policies.ship(Map.of(PLECTO, bytes("first")));
        publish("2026-06-01", "mine");

        policies.ship(Map.of(PLECTO, bytes("first")));
        assertThat(policies.all(PLECTO)).extracting(PolicyVersion::version).containsExactly(1, 2);
        policies.ship(Map.of(PLECTO, bytes("second")));

        assertThat(versionOn("2026-05-31")).isEqualTo(3);
        assertThat(versionOn("2026-06-01")).isEqualTo(2);
        assertThat(policies.workbook(policies.inForceOn(TODAY).get(PLECTO))).isEqualTo(bytes("mine"));
    }

    @Test
    void thoseWhoPublishAtTheSameTimeGetNumbersOfTheirOwn() {
        List<CompletableFuture<PolicyVersion>> people = IntStream.range(0, 6)
                .mapToObj(person -> CompletableFuture.supplyAsync(() -> publish("2026-12-01", "by " + person)))
                .toList();

        assertThat(people.stream().map(CompletableFuture::join))
                .extracting(PolicyVersion::version)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(policies.all(PLECTO)).hasSize(6);
    }

    @Test
    void aRollbackIsANewVersionWithTheEarlierWorkbook() {
        PolicyVersion first = publish("2026-06-01", "mine");
        publish("2026-07-01", "worse");

        PolicyVersion back = policies.rollBack(publication("2026-08-01"), first);

        assertThat(back.version()).isEqualTo(3);
        assertThat(back.backTo()).isEqualTo(1);
        assertThat(back.sha256()).isEqualTo(first.sha256());
        assertThat(policies.workbook(back)).isEqualTo(bytes("mine"));
        assertThat(versionOn("2026-07-31")).isEqualTo(2);
        assertThat(versionOn("2026-08-01")).isEqualTo(3);
        assertThat(first.backTo()).isNull();
    }

    @Test
    void aRollbackToAnotherVendorsVersionIsRefused() {
        PolicyVersion plecto = publish("2026-06-01", "mine");
        Publication pensero = new Publication(PENSERO, TODAY, "Ann", "Ben", "");
        assertThatThrownBy(() -> policies.rollBack(pensero, plecto)).isInstanceOf(IllegalArgumentException.class);
        assertThat(policies.all(PENSERO)).isEmpty();
    }

    @Test
    void everyVersionLeavesALineOfTheTrailWithAllThatWasSaidAboutIt() {
        policies.ship(Map.of(PLECTO, bytes("first"), PENSERO, bytes("other")));
        policies.ship(Map.of(PLECTO, bytes("first")));
        PolicyVersion published = publish("2026-06-01", "mine");
        policies.rollBack(publication("2026-08-01"), policies.all(PLECTO).get(0));

        List<PolicyEvent> trail = policies.history(PLECTO);
        assertThat(trail)
                .extracting(PolicyEvent::action, PolicyEvent::version, PolicyEvent::backTo)
                .containsExactly(tuple(SHIPPED, 1, null), tuple(PUBLISHED, 2, null), tuple(ROLLED_BACK, 3, 1));
        assertThat(trail.get(1))
                .isEqualTo(new PolicyEvent(
                        published.publishedAt(),
                        PUBLISHED,
                        PLECTO,
                        2,
                        LocalDate.of(2026, 6, 1),
                        null,
                        "Ann",
                        "Ben",
                        "Why",
                        published.sha256(),
                        System.getProperty("user.name")));
        assertThat(policies.history(PENSERO)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE policy_event SET note = 'nothing happened'",
                "DELETE FROM policy_event",
                "UPDATE policy_version SET workbook = 'x'",
                "DELETE FROM policy_version WHERE version = 1",
                "REPLACE INTO policy_event (event_id, at, action, vendor, version, effective_on, author, approver, note,"
                        + " sha256) SELECT event_id, at, action, vendor, version, effective_on, author, approver, '',"
                        + " sha256 FROM policy_event"
            })
    void whatIsThereIsNeitherChangedNorDeleted(String statement) {
        publish("2026-06-01", "mine");
        List<PolicyEvent> before = policies.history(PLECTO);
        JdbcClient sql = JdbcClient.create(TEST.store().dataSource());
        assertThatThrownBy(() -> sql.sql(statement).update()).hasMessageMatching("(?s).*is never (changed|deleted).*");
        assertThat(policies.history(PLECTO)).isEqualTo(before).hasSize(1);
        assertThat(policies.workbook(policies.all(PLECTO).get(0))).isEqualTo(bytes("mine"));
    }

    @Test
    void aWorkbookThatIsNotTheOneThatWasPublishedIsTold() {
        JdbcClient.create(TEST.store().dataSource())
                .sql(
                        "INSERT INTO policy_version (vendor, version, effective_on, workbook, sha256, author, approver, note,"
                                + " published_at) VALUES ('plecto', 1, '2026-06-01', 'mime', ?, 'Ann', 'Ben', '', UTC_TIMESTAMP())")
                .param("3fd30542fe3f61b14bd4a4b2dc0b6fb30fa6f63ebce52dd1778aaa8c4dc02cff")
                .update();
        PolicyVersion version = policies.all(PLECTO).get(0);
        assertThatThrownBy(() -> policies.workbook(version))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(
                        "The store's workbook of version 1 of plecto is not the one that was published: its SHA-256 is ")
                .hasMessageEndingWith(
                        " and was 3fd30542fe3f61b14bd4a4b2dc0b6fb30fa6f63ebce52dd1778aaa8c4dc02cff; restore the store from a"
                                + " backup, or publish that workbook again.");
        assertThatThrownBy(() -> policies.rollBack(publication("2026-08-01"), version))
                .isInstanceOf(StoreException.class);
        assertThat(policies.all(PLECTO)).hasSize(1);
    }

    @Test
    void theNightsThatAVersionTouchesAreThoseOnWhichItIsInForce() {
        publish("2026-06-10", "later");
        night("2026-06-01", "plecto");
        night("2026-06-02", "plecto");
        night("2026-06-02", "pensero");
        night("2026-06-03", "pensero");
        night("2026-06-09", "plecto");
        night("2026-06-10", "plecto");

        assertThat(policies.nightsTouchedBy(publish("2026-06-02", "past")))
                .containsExactly(LocalDate.of(2026, 6, 2), LocalDate.of(2026, 6, 9));
        assertThat(policies.nightsTouchedBy(publish("2026-06-11", "future"))).isEmpty();
        assertThat(policies.nightsTouchedBy(policies.rollBack(
                        publication("2026-06-10"), policies.all(PLECTO).get(0))))
                .containsExactly(LocalDate.of(2026, 6, 10));
    }

    private static void night(String asOf, String vendor) {
        JdbcClient.create(TEST.store().dataSource())
                .sql("INSERT INTO night (as_of, vendor, run_id) VALUES (?, ?, 1)")
                .params(asOf, vendor)
                .update();
    }

    @Test
    void onePersonAloneCannotPublish() {
        assertThatThrownBy(() -> new Publication(PLECTO, TODAY, "Ann Lee", " ann\u00a0LEE", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a policy needs two people");
        assertThat(Publication.isByTwo("Ann Lee", "Ann Leeds")).isTrue();
    }

    @Test
    void aVendorWithoutAPolicyHasNone() {
        assertThat(policies.all(PLECTO)).isEmpty();
        assertThat(policies.inForceOn(TODAY)).isEmpty();
    }

    private int versionOn(String day) {
        return policies.inForceOn(LocalDate.parse(day)).get(PLECTO).version();
    }

    private PolicyVersion publish(String effectiveOn, String workbook) {
        return policies.publish(publication(effectiveOn), bytes(workbook));
    }

    private static Publication publication(String effectiveOn) {
        return new Publication(PLECTO, LocalDate.parse(effectiveOn), "Ann", "Ben", "Why");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
