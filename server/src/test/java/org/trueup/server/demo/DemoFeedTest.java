package org.trueup.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFeedTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);
    private static final List<String> TABLES =
            List.of("tenants", "subscriptions", "add_ons", "accounts", "activity", "grace_state");

    @TempDir
    private Path folder;

    @Test
    void sameArgumentsGiveTheSameBytes() throws IOException {
        DemoFeed.write(folder.resolve("one"), 200, AS_OF);
        DemoFeed.write(folder.resolve("two"), 200, AS_OF);
        for (Path file : new Feed(folder.resolve("one")).files("")) {
            assertThat(folder.resolve("two").resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
        assertThat(new Feed(folder.resolve("two")).files("")).hasSize(6);
    }

    @Test
    void tenantsCountTheNamedOnesInAndBadLinesOut() throws IOException {
        DemoFeed.Contents contents = DemoFeed.write(folder, 300, AS_OF);
        List<Map<String, String>> tenants = new Feed(folder).rows("tenants");
        Set<String> ids = tenants.stream().map(row -> row.get("tenant_id")).collect(Collectors.toSet());
        assertThat(contents.tenants()).isEqualTo(300);
        assertThat(contents.lines()).containsEntry("tenants.csv", 302L);
        assertThat(tenants).hasSize(302);
        assertThat(ids).hasSize(302).contains("bad-tenant-without-a-name", "bad-tenant-vendor");
    }

    @Test
    void linesAreCountedPerFile() throws IOException {
        DemoFeed.Contents contents = DemoFeed.write(folder, 100, AS_OF);
        for (String table : TABLES) {
            assertThat(contents.lines()).containsEntry(table + ".csv", (long)
                    new Feed(folder).rows(table).size());
        }
    }

    @Test
    void everyColumnOfEveryFileIsUsed() throws IOException {
        DemoFeed.write(folder, 400, AS_OF);
        Feed feed = new Feed(folder);
        for (String table : TABLES) {
            Set<String> used = new HashSet<>();
            feed.rows(table).forEach(row -> used.addAll(row.keySet()));
            assertThat(used)
                    .containsExactlyInAnyOrder(feed.lines(table + ".csv").get(0).split(","));
        }
    }

    @Test
    void aThirdIsPlectosAThirdPenserosTheRestTheOthers() throws IOException {
        DemoFeed.write(folder, 1000, AS_OF);
        Map<String, Long> vendors = new Feed(folder)
                .rows("tenants").stream()
                        .collect(Collectors.groupingBy(row -> row.get("vendor"), Collectors.counting()));
        assertThat(vendors)
                .containsOnlyKeys("plecto", "pensero", "activtrak", "learning", "otherware", "Plecto Inc")
                .containsEntry("plecto", 328L)
                .containsEntry("pensero", 328L)
                .containsEntry("activtrak", 178L)
                .containsEntry("learning", 166L)
                .containsEntry("otherware", 1L);
    }

    @Test
    void fewerTenantsThanNamedOnesAreRefused() {
        assertThat(DemoFeed.fewestTenants()).isEqualTo(51);
        assertThatThrownBy(() -> DemoFeed.write(folder, 40, AS_OF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a demo feed has at least 51 tenants");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLargeFeedHasGzippedPartsAndLeavesNoneOfASmallerOneBehind() throws IOException {
        DemoFeed.write(folder, DemoFeed.fewestTenants(), AS_OF);
        assertThat(folder.resolve("activity.csv")).exists();
        DemoFeed.Contents contents = DemoFeed.write(folder, DemoFeed.LARGE + 1, AS_OF);
        List<String> activity = new Feed(folder)
                .files("activity").stream()
                        .map(file -> file.getFileName().toString())
                        .toList();
        assertThat(activity).containsExactly("activity-0001.csv.gz");
        assertThat(contents.lines()).containsEntry("activity.csv", (long)
                new Feed(folder).rows("activity").size());
        DemoFeed.write(folder, DemoFeed.fewestTenants(), AS_OF);
        assertThat(new Feed(folder).files("activity")).containsExactly(folder.resolve("activity.csv"));
    }

    @Test
    void badLinesAreFewAndStandAtTheEnd() throws IOException {
        DemoFeed.write(folder, DemoFeed.fewestTenants(), AS_OF);
        List<String> subscriptions = new Feed(folder).lines("subscriptions.csv");
        assertThat(subscriptions.subList(subscriptions.size() - 3, subscriptions.size()))
                .containsExactly(
                        "nobody-we-know,nobody-we-know-s1,Growth,10,2026-01-01,2026-12-31,paid,,,",
                        "pensero-example-97-of-100,bad-licences,Growth,about twenty,2026-01-01,2026-12-31,paid,,,",
                        "pensero-example-97-of-100,bad-dates,Growth,20,2026-12-31,2026-01-01,paid,,,");
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        Set<Integer> told = new HashSet<>();
        DemoFeed.write(folder, 1200, AS_OF, told::add);
        assertThat(told).containsExactlyInAnyOrder(500, 1000, 1200);
    }

    @Test
    void namesThatBreakCarelessReadersAreWrittenWhole() throws IOException {
        DemoFeed.write(folder, DemoFeed.fewestTenants(), AS_OF);
        assertThat(new Feed(folder).rows("tenants").stream().map(row -> row.get("name")))
                .contains("=SUM(1;2) Analytics", "Joe's \"Best\" Burgers, Fries & Co.", "株式会社さくら分析");
        assertThat(Files.readString(folder.resolve("tenants.csv")))
                .contains("plecto-name-with-quotes,\"Joe's \"\"Best\"\" Burgers, Fries & Co.\",plecto,");
    }
}
