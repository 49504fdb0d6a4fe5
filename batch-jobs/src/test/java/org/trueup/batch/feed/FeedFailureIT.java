package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trueup.batch.store.TestStore.ACCOUNT_MONTHS;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A feed that cannot be loaded says why in one sentence and changes no fact. */
class FeedFailureIT extends FeedLoading {
    @Test
    void aFolderThatIsNotThere() {
        Path missing = folder.resolve("nowhere");

        refused(new Folder(missing), "The feed folder " + missing + " does not exist.");
        assertThat(rows("SELECT COUNT(*) FROM feed")).containsExactly("0");
    }

    @Test
    void aFileThatMustBeThere() {
        refused(
                Folder.small(folder).without("tenants.csv"),
                "tenants.csv is missing in the feed folder " + folder + ".");
        refused(
                Folder.small(folder).without("subscriptions.csv"),
                "subscriptions.csv is missing in the feed folder " + folder + ".");
        refused(
                Folder.small(folder).with("tenants.csv", new byte[0]),
                "tenants.csv is empty; it needs at least its header line.");
    }

    @Test
    void theSameFileTwice() {
        refused(
                Folder.small(folder).with("accounts.csv", "x").with("accounts.csv.gz", Folder.gzip("x")),
                "Both accounts.csv and accounts.csv.gz are in the feed folder; take one of them away.");
    }

    @Test
    void headersThatCannotBeUsed() {
        refused(
                Folder.small(folder).with("accounts.csv", "tenant_id,email"),
                "accounts.csv lacks the columns name and account_id in its header line.");
        refused(
                Folder.small(folder).with("accounts.csv", "tenant_id;account_id;name"),
                "accounts.csv lacks the columns tenant_id, name and account_id in its header line: cells are separated by commas, not by semicolons.");
        refused(
                Folder.small(folder)
                        .with("accounts.csv", "tenant_id,account_id,name".getBytes(StandardCharsets.UTF_16)),
                "accounts.csv lacks the columns tenant_id, name and account_id in its header line: it is not text in UTF-8.");
        refused(
                Folder.small(folder).with("accounts.csv", "tenant_id,account_id,name,email,EMAIL"),
                "accounts.csv has the column email twice; rename or remove one.");
        refused(
                Folder.small(folder).with("accounts.csv", "tenant_id,\"account_id,name"),
                "accounts.csv: the header line opens a quote that is never closed.");
    }

    @Test
    void aDamagedArchive() {
        byte[] whole = Folder.gzip("tenant_id,account_id,name\n" + "t1,a1,One\n".repeat(1_000));
        Folder feed = Folder.small(folder);

        refused(
                feed.with("accounts.csv.gz", Arrays.copyOf(whole, whole.length / 2)),
                "accounts.csv.gz is damaged and cannot be unpacked; copy it again. (Unexpected end of ZLIB input stream)");
        refused(
                feed.with("accounts.csv.gz", "plain text".getBytes(StandardCharsets.UTF_8)),
                "accounts.csv.gz is damaged and cannot be unpacked; copy it again. (Not in GZIP format)");
        assertThat(rows("SELECT COUNT(*) FROM tenant")).containsExactly("0");
    }

    @Test
    void tooManyBadLinesChangeNothingAndAreKept() {
        loader.load(Folder.small(folder).request());
        List<String> before = checksums();
        Folder bad = Folder.small(folder)
                .with("tenants.csv", "tenant_id,name,vendor", "t1,Renamed,plecto", "t3,New,plecto")
                .with("accounts.csv", accounts(1_089, 11));

        refused(
                bad,
                "accounts.csv: 11 of 1,100 lines (1 %) cannot be taken, more than the 0.9 % allowed;"
                        + " the first: line 1091: name is empty; nothing was changed.",
                "0.9");

        assertThat(checksums()).isEqualTo(before);
        assertThat(rows("SELECT status FROM feed ORDER BY feed_id")).containsExactly("LOADED", "FAILED");
        assertThat(rows("SELECT COUNT(*), MIN(line_no), MAX(line_no) FROM rejected_line"))
                .containsExactly("11|1091|1101");
        assertThat(
                        rows(
                                "SELECT lines_read, taken, rejected FROM feed_file WHERE file = 'accounts.csv' ORDER BY feed_id"))
                .containsExactly("0|0|0", "1100|1089|11");
        assertThat(rows("SELECT COUNT(*) FROM staged_account")).containsExactly("0");
    }

    @Test
    void aFirstFeedThatFailsAtItsEndLeavesTheStoreEmptyAndTheNextOneLoads() {
        Folder feed = Folder.small(folder)
                .with("accounts.csv", accounts(1_000, 0))
                .with("activity.csv", "tenant_id,account_id,at", "t1,a1,2026-01-01");
        sql.sql("RENAME TABLE deactivation_change TO deactivation_change_away").update();
        assertThatThrownBy(() -> loader.load(feed.request())).isInstanceOf(FeedException.class);
        sql.sql("RENAME TABLE deactivation_change_away TO deactivation_change").update();

        assertThat(rows("SELECT COUNT(*) FROM account")).containsExactly("0");
        assertThat(rows("SELECT COUNT(*) FROM " + ACCOUNT_MONTHS)).containsExactly("0");
        assertThat(rows("SELECT COUNT(*) FROM tenant")).containsExactly("0");

        loader.load(feed.request());

        assertThat(rows("SELECT COUNT(*), MIN(account_no), MAX(account_no) FROM account"))
                .containsExactly("1000|1|1000");
        assertThat(rows("SELECT account_no, days FROM " + ACCOUNT_MONTHS)).containsExactly("2|1");
    }

    @Test
    void exactlyTheAllowedShareOrTenLinesAreLoaded() {
        loader.load(
                Folder.small(folder).with("accounts.csv", accounts(1_089, 11)).request("1"));
        assertThat(rows("SELECT COUNT(*) FROM account")).containsExactly("1089");

        loader.load(Folder.small(folder).with("accounts.csv", accounts(1, 10)).request("0"));
        assertThat(rows("SELECT status FROM feed ORDER BY feed_id")).containsExactly("LOADED", "LOADED");
    }

    @Test
    void theShareIsJudgedOverAllPartsOfAFile() {
        loader.load(Folder.small(folder)
                .with("accounts-1.csv", accounts(0, 11))
                .with("accounts-2.csv", accounts(1_089, 0))
                .request("1"));

        assertThat(rows("SELECT COUNT(*) FROM account")).containsExactly("1089");
    }

    @Test
    void aMergeThatBreaksOffLeavesTheFactsWholeAndTheNextFeedLoads() {
        loader.load(Folder.small(folder).request());
        List<String> before = checksums();
        Folder next = Folder.small(folder)
                .with("tenants.csv", "tenant_id,name,vendor", "t1,Renamed,plecto", "t2,Two,pensero", "t3,New,plecto")
                .with("accounts.csv", accounts(5, 0))
                .with("activity.csv", "tenant_id,account_id,at", "t1,a1,2026-01-01");
        sql.sql("RENAME TABLE activity TO activity_away").update();

        assertThatThrownBy(() -> loader.load(next.request()))
                .isInstanceOf(FeedException.class)
                .hasMessageStartingWith("The feed was not loaded and no fact was changed, since the database failed (");
        sql.sql("RENAME TABLE activity_away TO activity").update();

        assertThat(checksums()).isEqualTo(before);
        assertThat(rows("SELECT status FROM feed ORDER BY feed_id")).containsExactly("LOADED", "FAILED");

        loader.load(next.request());

        assertThat(rows("SELECT tenant_no, name FROM tenant ORDER BY 1"))
                .containsExactly("1|Renamed", "2|Two", "3|New");
        assertThat(rows("SELECT account_no FROM account ORDER BY 1")).containsExactly("1", "2", "3", "4", "5");
        assertThat(rows("SELECT account_no, days FROM " + ACCOUNT_MONTHS)).containsExactly("2|1");
    }

    @Test
    void whatAKilledProgramLeftIsPutRightByTheNextFeed() {
        loader.load(Folder.small(folder).request());
        sql.sql("UPDATE feed SET status = 'RUNNING', finished_at = NULL").update();
        sql.sql("UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STARTED', END_TIME = NULL")
                .update();
        sql.sql("UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED', END_TIME = NULL WHERE STEP_NAME = 'merge facts'")
                .update();
        sql.sql("INSERT INTO staged_grace_state VALUES (2, '2026-01-01')").update();

        loader.load(Folder.small(folder).request());

        assertThat(rows("SELECT status FROM feed ORDER BY feed_id")).containsExactly("FAILED", "LOADED");
        assertThat(rows("SELECT STATUS FROM BATCH_JOB_EXECUTION ORDER BY JOB_EXECUTION_ID"))
                .containsExactly("FAILED", "COMPLETED");
        assertThat(rows("SELECT COUNT(*) FROM grace_state")).containsExactly("0");
    }

    @Test
    void oneFeedAtATime() throws Exception {
        FeedLock other = FeedLock.take(store().dataSource());
        try {
            refused(
                    Folder.small(folder),
                    "Another feed or night is at work on this store; load this feed when that has ended.");
            other.verify();
        } finally {
            other.close();
        }
        assertThat(loader.load(Folder.small(folder).request()).files()).hasSize(6);
    }

    @Test
    void anAccountThatOnlyAFailedFeedBroughtIsUnknownToTheNext() {
        refused(
                Folder.small(folder).with("accounts.csv", accounts(3, 11)),
                "accounts.csv: 11 of 14 lines (78.58 %) cannot be taken, more than the 1 % allowed;"
                        + " the first: line 5: name is empty; nothing was changed.");

        loader.load(Folder.small(folder)
                .without("accounts.csv")
                .with("activity.csv", "tenant_id,account_id,at", "t1,a1,2026-01-01")
                .request());

        assertThat(rows("SELECT reason FROM rejected_line WHERE file = 'activity.csv'"))
                .containsExactly("account_id \"a1\" is unknown");
    }

    private static String[] accounts(int good, int bad) {
        List<String> lines = new ArrayList<>(List.of("tenant_id,account_id,name"));
        for (int i = 0; i < good; i++) {
            lines.add("t1,a%d,Account %d".formatted(i, i));
        }
        for (int i = 0; i < bad; i++) {
            lines.add("t1,b%d,".formatted(i));
        }
        return lines.toArray(String[]::new);
    }

    private void refused(Folder feed, String sentence) {
        refused(feed, sentence, "1");
    }

    private void refused(Folder feed, String sentence, String maxRejectPercent) {
        assertThatThrownBy(() -> loader.load(feed.request(maxRejectPercent)))
                .isInstanceOf(FeedException.class)
                .hasMessage(sentence);
    }
}
