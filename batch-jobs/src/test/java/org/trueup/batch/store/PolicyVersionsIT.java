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
        publish(2, "2026-06-01");
        publish(3, "2026-06-01");
        publish(4, "2026-12-01");
        policies.ship(Map.of(PLECTO, bytes("second")));

        assertThat(versionOn("2026-05-31")).isEqualTo(5);
        assertThat(versionOn("2026-06-01")).isEqualTo(3);
        assertThat(versionOn("2026-11-30")).isEqualTo(3);
        assertThat(versionOn("2026-12-01")).isEqualTo(4);
    }

    @Test
    void aVersionThatPeoplePublishedDoesNotHideWhatWasShipped() {
        policies.ship(Map.of(PLECTO, bytes("first")));
        publish(2, "1000-01-01");

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
    void aVendorWithoutAPolicyHasNone() {
        assertThat(policies.all(PLECTO)).isEmpty();
        assertThat(policies.inForceOn(TODAY)).isEmpty();
    }

    private int versionOn(String day) {
        return policies.inForceOn(LocalDate.parse(day)).get(PLECTO).version();
    }

    private static void publish(int version, String effectiveOn) {
        JdbcClient.create(TEST.store().dataSource())
                .sql("INSERT INTO policy_version VALUES ('plecto', ?, ?, 'x', REPEAT('0', 64), 'Ann', 'Ben', '',"
                        + " '2026-05-01 00:00:00')")
                .params(version, effectiveOn)
                .update();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
