package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aVendorWithoutAPolicyHasNone() {
        assertThat(policies.all(PLECTO)).isEmpty();
        assertThat(policies.inForceOn(TODAY)).isEmpty();
    }

    private int versionOn(String day) {
        return policies.inForceOn(LocalDate.parse(day)).get(PLECTO).version();
    }

    private PolicyVersion publish(String effectiveOn, String workbook) {
        Publication publication = new Publication(PLECTO, LocalDate.parse(effectiveOn), "Ann", "Ben", "Why");
        return policies.publish(publication, bytes(workbook));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
