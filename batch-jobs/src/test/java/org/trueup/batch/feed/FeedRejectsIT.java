package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.batch.store.TestStore.ACCOUNT_MONTHS;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every reason for which a line is refused, and that the line is kept whole. */
class FeedRejectsIT extends FeedLoading {
    @Test
    void linesOfTenantsAreRefusedWithColumnAndValue() {
        reject(
                "tenants.csv",
                "tenant_id,name,vendor,account_manager,account_manager_email,signed_up_on,nonprofit,stored_history_days",
                line(",A,plecto,,,,,", "tenant_id is empty"),
                line(
                        "x".repeat(191) + ",A,plecto,,,,,",
                        "tenant_id \"" + "x".repeat(80) + "…\" is longer than 190 characters"),
                line("a,  ,plecto,,,,,", "name is empty"),
                line(
                        "a," + "é".repeat(501) + ",plecto,,,,,",
                        "name \"" + "é".repeat(80) + "…\" is longer than 500 characters"),
                line("a,A,,,,,,", "vendor is empty"),
                line("a,A,Plecto,,,,,", "vendor \"Plecto\" is not a vendor's name (a-z, 0-9 and -, at most 60)"),
                line("a,A,plecto,,,2026-13-01,,", "signed_up_on \"2026-13-01\" is not a date like 2026-03-01"),
                line("a,A,plecto,,,1026-01-01,,", "signed_up_on \"1026-01-01\" lies before 1900"),
                line("a,A,plecto,,,,yes,", "nonprofit \"yes\" is neither true nor false"),
                line("a,A,plecto,,,,,-1", "stored_history_days \"-1\" is not a whole number from 0 to 2147483647"),
                line("a,A,plecto", "the line has 3 cells, the header 8"),
                line("a,A,plecto,,,,,,", "the line has 9 cells, the header 8"),
                line("a,\"A\" b,plecto,,,,,", "the line closes a quote in the middle of a cell"));
    }

    @Test
    void linesOfSubscriptionsAreRefusedWithColumnAndValue() {
        reject(
                "subscriptions.csv",
                "tenant_id,subscription_id,plan,licenses,starts_on,ends_on,term,discount_percent,price_per_license",
                line("t9,s,P,1,2026-01-01,2026-12-31,,,", "tenant_id \"t9\" is unknown"),
                line("T1,s,P,1,2026-01-01,2026-12-31,,,", "tenant_id \"T1\" is unknown"),
                line("t1,,P,1,2026-01-01,2026-12-31,,,", "subscription_id is empty"),
                line("t1,s,,1,2026-01-01,2026-12-31,,,", "plan is empty"),
                line(
                        "t1,s,P,2147483648,2026-01-01,2026-12-31,,,",
                        "licenses \"2147483648\" is not a whole number from 0 to 2147483647"),
                line(
                        "t1,s,P,1.5,2026-01-01,2026-12-31,,,",
                        "licenses \"1.5\" is not a whole number from 0 to 2147483647"),
                line("t1,s,P,1,,2026-12-31,,,", "starts_on is empty"),
                line("t1,s,P,1,2026-01-01,,,,", "ends_on is empty"),
                line("t1,s,P,1,2026-01-02,2026-01-01,,,", "ends_on 2026-01-01 lies before starts_on 2026-01-02"),
                line("t1,s,P,1,2026-01-01,2026-12-31,lease,,", "term \"lease\" is none of paid, trial, pilot"),
                line(
                        "t1,s,P,1,2026-01-01,2026-12-31,,100.01,",
                        "discount_percent \"100.01\" is not a number from 0 to 100"),
                line("t1,s,P,1,2026-01-01,2026-12-31,,-5,", "discount_percent \"-5\" is not a number from 0 to 100"),
                line(
                        "t1,s,P,1,2026-01-01,2026-12-31,,1.1234567,",
                        "discount_percent \"1.1234567\" has more than 6 decimals"),
                line(
                        "t1,s,P,1,2026-01-01,2026-12-31,,,1e3",
                        "price_per_license \"1e3\" is not an amount from 0 to 999999999.999999"),
                line(
                        "t1,s,P,1,2026-01-01,2026-12-31,,,1000000000",
                        "price_per_license \"1000000000\" is not an amount from 0 to 999999999.999999"));
    }

    @Test
    void linesOfAddOnsAndGraceStateAreRefusedWithColumnAndValue() {
        reject(
                "add_ons.csv",
                "tenant_id,add_on,licenses,starts_on,ends_on",
                line("t1,x,,,", "licenses is empty"),
                line("t1,,1,,", "add_on is empty"),
                line("t1,x,1,2026-02-01,2026-01-31", "ends_on 2026-01-31 lies before starts_on 2026-02-01"));
        reject(
                "grace_state.csv",
                "tenant_id,over_since",
                line("t1,", "over_since is empty"),
                line("t1,soon", "over_since \"soon\" is not a date like 2026-03-01"),
                line("nobody,2026-01-01", "tenant_id \"nobody\" is unknown"));
    }

    @Test
    void linesOfAccountsAreRefusedWithColumnAndValue() {
        reject(
                "accounts.csv",
                "tenant_id,account_id,name,kind,access,group,tracked,email",
                line("t9,a,A,,,,,", "tenant_id \"t9\" is unknown"),
                line("t1,,A,,,,,", "account_id is empty"),
                line("t1,a,,,,,,", "name is empty"),
                line("t1,a,A,robot,,,,", "kind \"robot\" is none of person, system, integration"),
                line("t1,a,A,,root,,,", "access \"root\" is none of full, alias, viewer, admin"),
                line("t1,a,A,,,all,,", "group \"all\" is none of dnt, delete"),
                line("t1,a,A,,,,1,", "tracked \"1\" is neither true nor false"),
                line(
                        "t1,a,A,,,,," + "m".repeat(321),
                        "email \"" + "m".repeat(80) + "…\" is longer than 320 characters"));
        assertThat(rows("SELECT COUNT(*) FROM account")).containsExactly("0");
    }

    @Test
    void linesOfActivityAreRefusedWithColumnAndValue() {
        Folder.small(folder).with("accounts.csv", "tenant_id,account_id,name,access", "t1,a,A,", "t1,b,B,root");
        reject(
                "activity.csv",
                "tenant_id,account_id,at,kind",
                line("t9,a,2026-01-01,", "tenant_id \"t9\" is unknown"),
                line("t2,a,2026-01-01,", "account_id \"a\" is unknown"),
                line("t1,b,2026-01-01,", "account_id \"b\" is unknown"),
                line("t1,,2026-01-01,", "account_id is empty"),
                line("t1,a,,", "at is empty"),
                line(
                        "t1,a,2026-01-01T10:00:00,",
                        "at \"2026-01-01T10:00:00\" has no offset from UTC, like Z or +01:00"),
                line(
                        "t1,a,1.1.2026,",
                        "at \"1.1.2026\" is not an instant like 2026-03-01T09:30:00+01:00 or a date like 2026-03-01"),
                line("t1,a,1969-12-31,", "at \"1969-12-31\" lies outside the years 1970 to 2299"),
                line(
                        "t1,a,2299-12-31T23:00:00-01:00,",
                        "at \"2299-12-31T23:00:00-01:00\" lies outside the years 1970 to 2299"),
                line("t1,a,2026-01-01,logout", "kind \"logout\" is none of registration, login"));
        assertThat(rows("SELECT COUNT(*) FROM " + ACCOUNT_MONTHS)).containsExactly("0");
    }

    @Test
    void whatIsNotUtf8IsRefusedAndItsBytesAreKeptReadable() {
        byte[] latin1 = "tenant_id,account_id,name\nt1,a,Gr\u00fcn \\ x\n".getBytes(StandardCharsets.ISO_8859_1);
        loader.load(Folder.small(folder).with("accounts.csv", latin1).request());

        assertThat(rows("SELECT file, line_no, line, reason FROM rejected_line"))
                .containsExactly("accounts.csv|2|t1,a,Gr\\xFCn \\ x|the line is not UTF-8");
    }

    @Test
    void aRefusedRecordIsKeptWithItsQuotesAndLineBreaks() {
        loader.load(Folder.small(folder)
                .with(
                        "accounts.csv",
                        "tenant_id,account_id,name",
                        "t1,\"a\tb\",\"One",
                        "\"\"Two\"\"",
                        "\",",
                        "t9,\"x\ny\",N")
                .request());

        assertThat(rows("SELECT line_no, line, reason FROM rejected_line ORDER BY line_no"))
                .containsExactly(
                        "2|t1,\"a\tb\",\"One\n\"\"Two\"\"\n\",|the line has 4 cells, the header 3",
                        "5|t9,\"x\ny\",N|tenant_id \"t9\" is unknown");
    }

    private static String[] line(String text, String reason) {
        return new String[] {text, reason};
    }

    /** Loads a file of bad lines only and expects each to be kept with its reason. */
    private void reject(String file, String header, String[]... lines) {
        Folder feed = new Folder(folder);
        if (!Files.exists(folder.resolve("tenants.csv"))) {
            Folder.small(folder);
        }
        List<String> content = new ArrayList<>(List.of(header));
        List<String> expected = new ArrayList<>();
        for (String[] line : lines) {
            content.add(line[0]);
            expected.add(file + "|" + content.size() + "|" + line[0] + "|" + line[1]);
        }

        FeedResult result =
                loader.load(feed.with(file, content.toArray(String[]::new)).request("100"));

        assertThat(rows(
                        "SELECT file, line_no, line, reason FROM rejected_line WHERE file = '%s' AND feed_id = %d ORDER BY line_no"
                                .formatted(file, result.feedId())))
                .isEqualTo(expected);
        assertThat(result.files()).contains(new FileCount(file, lines.length, 0, lines.length));
    }
}
