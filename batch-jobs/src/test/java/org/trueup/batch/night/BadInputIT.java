package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of wrong and contradictory facts in this module's README, row by row: no fact fails a night. */
class BadInputIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final String NIGHT = "2026-11-21";

    @TempDir
    Path folder;

    @BeforeEach
    void empty() {
        CONTEXT.clear();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private NightResult night(NightFeed feed) {
        feed.load(CONTEXT, folder.resolve("feed"));
        return CONTEXT.night(NIGHT, folder);
    }

    private static NightFeed pensero() {
        return new NightFeed().tenant("t1", "pensero");
    }

    private List<String> lines(String file) throws IOException {
        return NightContext.linesOf("t1", folder.resolve(NIGHT).resolve(file));
    }

    private List<String> codes() throws IOException {
        return lines("findings.csv").stream().map(line -> line.split(",")[2]).toList();
    }

    private List<String> rejected() {
        return CONTEXT.sql()
                .sql("SELECT CONCAT(file, ':', line_no, ': ', reason) FROM rejected_line ORDER BY file, line_no")
                .query(String.class)
                .list();
    }

    @Test
    void anUnknownPlanGetsNoPositionAndIsTold() throws IOException {
        assertThat(night(pensero().subscription("t1", "s", "Gold", "5", "2026-01-01", "2026-12-31"))
                        .notDecided())
                .isEqualTo(1);
        assertThat(codes()).containsExactly("UNKNOWN_PLAN");
        assertThat(lines("findings.csv").get(0)).contains("Gold", "Enterprise", "Growth", "Starter");
    }

    @Test
    void anUnknownVendorGetsNoPositionAndIsTold() throws IOException {
        NightFeed feed = new NightFeed()
                .tenant("t1", "otherware")
                .subscription("t1", "s", "Any", "5", "2026-01-01", "2026-12-31")
                .account("t1", "u1", Map.of());
        assertThat(night(feed).notDecided()).isEqualTo(1);
        assertThat(codes()).containsExactly("NO_POLICY");
    }

    @Test
    void negativeLicencesAnEndBeforeTheStartAndADiscountOverAHundredAreRefused() throws IOException {
        NightFeed feed = pensero()
                .subscription("t1", "s1", "Growth", "-5", "2026-01-01", "2026-12-31")
                .subscription("t1", "s2", "Growth", "5", "2026-12-31", "2026-01-01")
                .subscription("t1", "s3", "Growth", "5", "2026-01-01", "2026-12-31", "100.5")
                .subscription("t1", "s4", "Growth", "5", "2026-01-01", "2026-12-31", "100");
        assertThat(night(feed).rejectedLines()).isEqualTo(3);
        assertThat(rejected())
                .containsExactly(
                        "subscriptions.csv:2: licenses \"-5\" is not a whole number from 0 to 2147483647",
                        "subscriptions.csv:3: ends_on 2026-01-01 lies before starts_on 2026-12-31",
                        "subscriptions.csv:4: discount_percent \"100.5\" is not a number from 0 to 100");
        assertThat(lines("positions.csv").get(0))
                .as("the good line decides: all of the price is off")
                .contains(",s4,Growth,added-users,0,5,0,0,COMPLIANT,,,,,0.00,");
    }

    @Test
    void ofOverlappingSubscriptionsTheLaterStartIsInForceAndTheOverlapIsTold() throws IOException {
        night(pensero()
                .subscription("t1", "later", "Growth", "8", "2026-06-01", "2027-05-31")
                .subscription("t1", "z-earlier", "Growth", "5", "2026-01-01", "2026-12-31"));
        assertThat(codes()).containsExactly("OVERLAPPING_SUBSCRIPTIONS");
        assertThat(lines("positions.csv").get(0)).contains(",later,Growth,added-users,0,8,");
    }

    /** Merges are kept as the feed tells them, whether or not they make sense; counting takes what it can of them. */
    @Test
    void mergesInACircleIntoOneselfAndIntoNobodyAreKeptAndDecided() throws IOException {
        NightFeed feed = pensero()
                .subscription("t1", "s", "Growth", "5", "2026-01-01", "2026-12-31")
                .account("t1", "a", Map.of("merged_into", "b"))
                .account("t1", "b", Map.of("merged_into", "c"))
                .account("t1", "c", Map.of("merged_into", "a"))
                .account("t1", "self", Map.of("merged_into", "self"))
                .account("t1", "lost", Map.of("merged_into", "nobody"));
        NightResult night = night(feed);
        assertThat(night.rejectedLines()).isZero();
        assertThat(night.decided()).isEqualTo(1);
        assertThat(CONTEXT.sql()
                        .sql("SELECT CONCAT(account_id, '>', merged_into) FROM account ORDER BY account_id")
                        .query(String.class)
                        .list())
                .containsExactly("a>b", "b>c", "c>a", "lost>nobody", "self>self");
        assertThat(lines("positions.csv").get(0))
                .as("added users are counted each, merged or not")
                .contains(",s,Growth,added-users,5,5,5,0,AT_LIMIT,");
    }

    @Test
    void activityBeforeAnAccountWasAddedOrAfterItWasRemovedCountsAsItStands() throws IOException {
        NightFeed feed = new NightFeed()
                .tenant("t1", "plecto")
                .subscription("t1", "s", "Medium", "5", "2026-01-01", "2026-12-31")
                .account("t1", "early", Map.of("added_on", "2026-11-20"))
                .account("t1", "late", Map.of("removed_on", "2026-11-02"))
                .registration("t1", "early", "2026-11-10")
                .registration("t1", "late", "2026-11-10");
        assertThat(night(feed).rejectedLines()).isZero();
        assertThat(lines("positions.csv").get(0)).contains(",s,Medium,peak-daily-active,2,5,5,0,COMPLIANT,");
        assertThat(lines("users.csv"))
                .extracting(line -> line.substring(0, line.indexOf(",1,") + 2))
                .containsExactly("t1,s,early,1", "t1,s,late,1");
    }
}
