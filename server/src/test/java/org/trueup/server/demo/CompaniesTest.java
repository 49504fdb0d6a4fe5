package org.trueup.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantFacts;

class CompaniesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2026-11-01"})
    void mostPenseroTenantsAreCompliantSomeAtTheLimitSomeOver(LocalDate asOf) {
        Companies companies = new Companies(new Season(asOf, false), new Names(), 3000);
        int[] standings = new int[3];
        for (int number = 1; number <= 3000; number++) {
            TenantFacts facts = companies.company(number).facts();
            Subscription last = facts.subscriptions().get(facts.subscriptions().size() - 1);
            if (facts.tenant().vendor().name().equals("pensero") && last.licenses() != null) {
                int used = seats(facts, asOf);
                standings[used < last.licenses() ? 0 : used == last.licenses() ? 1 : 2]++;
            }
        }
        int all = standings[0] + standings[1] + standings[2];
        assertThat(standings[0] * 100 / all).isBetween(60, 75);
        assertThat(standings[1] * 100 / all).isBetween(10, 22);
        assertThat(standings[2] * 100 / all).isBetween(10, 22);
    }

    @Test
    void companiesHaveTwentyAccountsOnAverage() {
        Companies companies = new Companies(new Season(LocalDate.of(2026, 11, 21), true), new Names(), 100_000);
        long accounts = 0;
        for (int number = 1; number <= 6000; number++) {
            accounts += companies.company(number).facts().accounts().size();
        }
        assertThat(accounts / 6000.0).isBetween(18.0, 22.0);
    }

    @Test
    void theTenantOfANumberIsTheSameInFeedsOfDifferentSize() {
        LocalDate asOf = LocalDate.of(2026, 11, 21);
        Season season = new Season(asOf, false);
        assertThat(new Companies(season, new Names(), 1000).company(777))
                .isEqualTo(new Companies(new Season(asOf, false), new Names(), 2000).company(777));
    }

    @ParameterizedTest
    @EnumSource(TimeStyle.class)
    void everyWayToWriteATimeNamesTheSameUtcDay(TimeStyle style) throws IOException {
        Path file = folder.resolve("times.csv");
        try (CsvFile csv = CsvFile.create(file, "at")) {
            for (int spice = -5000; spice < 5000; spice += 7) {
                style.write(csv, new Month(2026 * 12 + 10), "2026-11", 5, spice);
                csv.end();
            }
        }
        assertThat(Files.readAllLines(file).subList(1, 1000))
                .allSatisfy(at -> assertThat(utcDay(at)).isEqualTo(LocalDate.of(2026, 11, 5)));
    }

    private static LocalDate utcDay(String at) {
        return at.length() == 10
                ? LocalDate.parse(at)
                : OffsetDateTime.parse(at).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    }

    private static int seats(TenantFacts facts, LocalDate asOf) {
        int seats = 0;
        for (Account account : facts.accounts()) {
            boolean alias = account.access() == org.trueup.rules.fact.Access.ALIAS;
            boolean there = account.addedBy(asOf) && !account.removedBy(asOf) && !account.deactivatedBy(asOf);
            seats += there && !alias ? 1 : 0;
        }
        return seats;
    }
}
