package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.batch.store.TestStore.ACCOUNT_MONTHS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exact rows for every column of every file, and what a second feed makes of them. */
class FeedJobIT extends FeedLoading {
    @Test
    void theLeastFeedIsTenantsAndSubscriptions() {
        FeedResult result = loader.load(Folder.small(folder).request());

        assertThat(result.files())
                .containsExactly(
                        new FileCount("tenants.csv", 2, 2, 0),
                        new FileCount("subscriptions.csv", 2, 2, 0),
                        new FileCount("add_ons.csv", 0, 0, 0),
                        new FileCount("grace_state.csv", 0, 0, 0),
                        new FileCount("accounts.csv", 0, 0, 0),
                        new FileCount("activity.csv", 0, 0, 0));
        assertThat(result.notes()).isEmpty();
        assertThat(result.steps().keySet())
                .containsExactly(
                        "open feed",
                        "read tenants",
                        "read subscriptions",
                        "read accounts",
                        "read activity",
                        "judge rejects",
                        "merge facts");
        assertThat(rows("SELECT feed_id, status, newest_file_at, finished_at IS NOT NULL FROM feed"))
                .containsExactly(result.feedId() + "|LOADED|"
                        + result.newestFileAt().toString().replace("T", " ").replace("Z", "") + "|1");
    }

    @Test
    void everyColumnOfEveryVendorIsStored() {
        loader.load(allVendors().request());

        assertThat(rows("SELECT * FROM tenant ORDER BY tenant_no"))
                .containsExactly(
                        "1|acme|Acme, \"Inc\"|plecto|Ann|ann@x.example|2025-01-31|0|-",
                        "2|Åbo|Åbo 😀\tAb|activtrak|-|-|2026-02-28|1|400",
                        "3|school|School\\N|learning|-|-|-|0|0",
                        "4|think|Think|pensero|Bob|-|-|0|-");
        assertThat(rows("SELECT * FROM subscription ORDER BY tenant_no, subscription_id"))
                .containsExactly(
                        "1|s-1|Medium|40|2026-01-01|2026-12-31|PAID|0.000000|-|-",
                        "2|s-2|Professional|-|2026-01-15|2027-01-14|TRIAL|12.500000|17.250000|Premier",
                        "3|s-3|Seats|0|2026-03-01|2026-03-01|PILOT|100.000000|0.000000|-",
                        "4|s-4|Enterprise|2147483647|2026-01-01|9999-12-31|PAID|33.333333|-|-");
        assertThat(rows("SELECT * FROM add_on ORDER BY tenant_no, add_on, starts_on"))
                .containsExactly(
                        "2|Data History|1000-01-01|-|5|-",
                        "2|Screen Details|2026-02-01|2026-05-31|5|2.500000",
                        "2|Screen Details|2026-06-01|-|6|-");
        assertThat(rows("SELECT * FROM grace_state")).containsExactly("2|2026-02-20");
        assertThat(rows("SELECT * FROM account ORDER BY account_no"))
                .containsExactly(
                        "1|1|google-ads|Google Ads|SYSTEM|Google|-|-|-|-|-|-|-|1|1|0|-|FULL|-|-",
                        "2|2|u1|Ülle|PERSON|agent|u@x.example|ulle|ABO|PC-1|2026-01-01|2026-06-01|2026-05-31|0|0|1"
                                + "|2026-07-01|ALIAS|DNT|u2",
                        "2|3|u2|Two|INTEGRATION|-|-|-|-|-|-|-|-|1|1|0|-|VIEWER|DELETE|-",
                        "3|4| u1 |Learner|PERSON|-|-|-|-|-|-|-|-|1|1|0|-|ADMIN|-|-");
        assertThat(rows("SELECT tenant_no, account_no, month, kind, BIN(days) FROM " + ACCOUNT_MONTHS
                        + " ORDER BY 1, 2, 3, 4"))
                .containsExactly(
                        "1|1|24312|0|101",
                        "1|1|24313|0|1000000000000000000000000000",
                        "2|2|24312|1|10",
                        "3|4|24338|1|1");
    }

    private Folder allVendors() {
        return new Folder(folder)
                .with(
                        "tenants.csv",
                        "tenant_id,name,vendor,account_manager,account_manager_email,signed_up_on,nonprofit,stored_history_days",
                        "acme,\"Acme, \"\"Inc\"\"\",plecto,Ann,ann@x.example,2025-01-31,false,",
                        "Åbo,Åbo 😀\tAb,activtrak,,,2026-02-28,TRUE,400",
                        "school,School\\N,learning,,,,,0",
                        "think,Think, pensero ,Bob,,,False,")
                .with(
                        "subscriptions.csv",
                        "tenant_id,subscription_id,plan,licenses,starts_on,ends_on,term,discount_percent,price_per_license,support_plan",
                        "acme,s-1,Medium,40,2026-01-01,2026-12-31,,,,",
                        "Åbo,s-2,Professional,,2026-01-15,2027-01-14,trial,12.5,17.25,Premier",
                        "school,s-3,Seats,0,2026-03-01,2026-03-01,PILOT,100,0,",
                        "think,s-4,Enterprise,2147483647,2026-01-01,9999-12-31,Paid,33.333333,,")
                .with(
                        "add_ons.csv",
                        "tenant_id,add_on,licenses,starts_on,ends_on,price_per_license",
                        "Åbo,Screen Details,5,2026-02-01,2026-05-31,2.50",
                        "Åbo,Screen Details,6,2026-06-01,,",
                        "Åbo,Data History,5,,,")
                .with("grace_state.csv", "tenant_id,over_since", "Åbo,2026-02-20")
                .with(
                        "accounts.csv",
                        "tenant_id,account_id,name,kind,source,email,username,logon_domain,device,added_on,removed_on,"
                                + "deactivated_on,login_enabled,tracked,has_history,history_deleted_on,access,group,merged_into",
                        "acme,google-ads,Google Ads,system,Google,,,,,,,,,,,,,,",
                        "Åbo,u1,Ülle,person,agent,u@x.example,ulle,ABO,PC-1,2026-01-01,2026-06-01,2026-05-31,false,false,"
                                + "true,2026-07-01,alias,dnt,u2",
                        "Åbo,u2,Two,integration,,,,,,,,,,,,,viewer,Delete,",
                        "school, u1 ,Learner,,,,,,,,,,true,true,false,,admin,,")
                .with(
                        "activity.csv",
                        "tenant_id,account_id,at,kind,source",
                        "acme,google-ads,2026-01-03T10:00:00Z,registration,Google",
                        "acme,google-ads,2026-01-01,,",
                        "acme,google-ads,2026-02-28T23:59:59+00:00,registration,",
                        "acme,google-ads,2026-01-03T11:00:00Z,Registration,Google",
                        "Åbo,u1,2026-01-02T08:00:00+02:00,login,",
                        "school, u1 ,2028-02-29T23:30:00-08:00,login,");
    }

    @Test
    void gzippedPartsWithMarksAndColumnsInAnyOrderAreOneFile() {
        Folder feed = Folder.small(folder)
                .with(
                        "accounts-2.csv",
                        "\uFEFFaccount_id,TENANT_ID, name,favourite colour,",
                        "a2,t1,Two of part two,blue,",
                        "a1,t1,Last one wins,red,")
                .with("accounts-0001.csv.gz", Folder.gzip("tenant_id,account_id,name,access\r\nt1,a1,One,alias\r\n"))
                .with("accounts-10.csv", "tenant_id,account_id,name,favourite colour", "t2,a1,Ten,green")
                .with("activity.csv.gz", Folder.gzip("tenant_id,account_id,at\nt1,a2,2026-01-31\nt1,zz,2026-01-31\n"))
                .with("grace_state.csv", new byte[0])
                .with("accounts.bak.csv", "x");

        FeedResult result = loader.load(feed.request());

        assertThat(rows("SELECT tenant_no, account_no, account_id, name, access FROM account ORDER BY 1, 2"))
                .containsExactly("1|1|a1|Last one wins|FULL", "1|2|a2|Two of part two|FULL", "2|3|a1|Ten|FULL");
        assertThat(result.files())
                .contains(new FileCount("accounts.csv", 4, 4, 0), new FileCount("activity.csv", 2, 1, 1));
        assertThat(result.notes())
                .containsExactly(
                        "Passed over, since no file of a feed is named so: accounts.bak.csv.",
                        "accounts.csv: passed over the unknown columns \"favourite colour\" and \"\".");
        assertThat(rows("SELECT file, line_no, line, reason FROM rejected_line"))
                .containsExactly("activity.csv.gz|3|t1,zz,2026-01-31|account_id \"zz\" is unknown");
        assertThat(rows("SELECT file, lines_read, taken, rejected FROM feed_file ORDER BY file"))
                .containsExactly(
                        "accounts.csv|4|4|0",
                        "activity.csv|2|1|1",
                        "add_ons.csv|0|0|0",
                        "grace_state.csv|0|0|0",
                        "subscriptions.csv|2|2|0",
                        "tenants.csv|2|2|0");
    }

    @Test
    void loadingAFolderAgainChangesNothing() {
        Folder feed = allVendors();
        loader.load(feed.request());
        List<String> before = checksums();

        loader.load(feed.request());

        assertThat(checksums()).isEqualTo(before);
        assertThat(rows("SELECT COUNT(*) FROM deactivation_change")).containsExactly("0");
        assertThat(rows("SELECT status FROM feed ORDER BY feed_id")).containsExactly("LOADED", "LOADED");
    }

    @Test
    void aLaterFolderAddsAndUpdates() {
        loader.load(Folder.small(folder.resolve("first"))
                .with(
                        "accounts.csv",
                        "tenant_id,account_id,name,deactivated_on",
                        "t1,a1,One,",
                        "t1,a2,Two,2026-01-05",
                        "t1,a3,Three,2026-01-06")
                .with("activity.csv", "tenant_id,account_id,at", "t1,a1,2026-01-01", "t1,a3,2026-01-09")
                .request());

        FeedResult second = loader.load(Folder.small(folder.resolve("second"))
                .with("tenants.csv", "tenant_id,name,vendor", "t0,Zero,learning", "t2,Two renamed,pensero")
                .with(
                        "accounts.csv",
                        "tenant_id,account_id,name,deactivated_on",
                        "t0,a1,New,2026-02-01",
                        "t1,a2,Two,",
                        "t1,a1,One,2026-02-02",
                        "t1,a4,Four,2026-02-03")
                .with(
                        "activity.csv",
                        "tenant_id,account_id,at,kind",
                        "t1,a1,2026-01-02,",
                        "t1,a1,2026-01-02,login",
                        "t0,a1,2025-12-31,",
                        "t1,a3,2026-01-09,")
                .request());

        assertThat(rows("SELECT tenant_no, tenant_id, name FROM tenant ORDER BY 1"))
                .containsExactly("1|t1|One", "2|t2|Two renamed", "3|t0|Zero");
        assertThat(rows("SELECT tenant_no, account_no, account_id, deactivated_on FROM account ORDER BY 1, 2"))
                .containsExactly(
                        "1|1|a1|2026-02-02", "1|2|a2|-", "1|3|a3|2026-01-06", "1|5|a4|2026-02-03", "3|4|a1|2026-02-01");
        assertThat(rows("SELECT tenant_no, account_no, feed_id, was, became FROM deactivation_change ORDER BY 1, 2"))
                .containsExactly(
                        "1|1|" + second.feedId() + "|-|2026-02-02", "1|2|" + second.feedId() + "|2026-01-05|-");
        assertThat(rows("SELECT tenant_no, account_no, month, kind, BIN(days) FROM " + ACCOUNT_MONTHS
                        + " ORDER BY 1, 2, 3, 4"))
                .containsExactly(
                        "1|1|24312|0|11",
                        "1|1|24312|1|10",
                        "1|3|24312|0|100000000",
                        "3|4|24311|0|" + "1000000000000000000000000000000");
    }

    @Test
    void accountsOfATenantShareRowsInTheOrderOfTheirNumbersAlsoWhenMoreOfThemCome() {
        String parts = "SELECT tenant_no, part, year, LENGTH(months) DIV 10, CONV(HEX(SUBSTR(months, 1, 4)), 16, 10),"
                + " CONV(HEX(SUBSTR(months, -10, 4)), 16, 10) FROM activity ORDER BY 1, 2, 3";
        Folder feed = Folder.small(folder);
        loader.load(feed.with("accounts.csv", accounts(1, 300))
                .with("activity.csv", activity("2026-01-31", 1, 300, 255, 256, 257, 299))
                .request());
        assertThat(rows(parts))
                .containsExactly("1|0|2026|3|1|511", "1|1|2026|3|513|599", "2|0|2026|3|2|512", "2|1|2026|3|514|600");

        loader.load(feed.with("accounts.csv", accounts(301, 600))
                .with("activity.csv", activity("2026-01-01", 2, 256, 257, 512, 513, 600))
                .request());
        loader.load(feed.with("activity.csv", activity("2025-12-31", 2, 600)).request());

        assertThat(rows(parts))
                .containsExactly(
                        "1|0|2025|1|3|3",
                        "1|0|2026|4|1|511",
                        "1|1|2026|4|513|1023",
                        "1|2|2025|1|1199|1199",
                        "1|2|2026|2|1025|1199",
                        "2|0|2025|1|4|4",
                        "2|0|2026|4|2|512",
                        "2|1|2026|4|514|1024",
                        "2|2|2025|1|1200|1200",
                        "2|2|2026|2|1026|1200");
        assertThat(rows("SELECT COUNT(*), COUNT(DISTINCT account_no), SUM(BIT_COUNT(days)) FROM " + ACCOUNT_MONTHS))
                .containsExactly("24|20|28");
    }

    /** Accounts of two tenants by turns. */
    private static String[] accounts(int first, int last) {
        List<String> lines = new ArrayList<>(List.of("tenant_id,account_id,name"));
        for (int account = first; account <= last; account++) {
            lines.add("t1,a%d,A".formatted(account));
            lines.add("t2,a%d,A".formatted(account));
        }
        return lines.toArray(String[]::new);
    }

    private static String[] activity(String day, int... accounts) {
        List<String> lines = new ArrayList<>(List.of("tenant_id,account_id,at"));
        for (int account : accounts) {
            lines.add("t2,a%d,%s".formatted(account, day));
            lines.add("t1,a%d,%s".formatted(account, day));
        }
        return lines.toArray(String[]::new);
    }

    @Test
    void theLastLineOfAKeyWinsInEveryFile() {
        loader.load(Folder.small(folder)
                .with("tenants.csv", "tenant_id,name,vendor", "t1,A,plecto", "t2,B,pensero", "t1,C,plecto")
                .with(
                        "subscriptions.csv",
                        "tenant_id,subscription_id,plan,licenses,starts_on,ends_on",
                        "t1,s,Old,1,2026-01-01,2026-12-31",
                        "t1,s,New,2,2026-01-01,2026-12-31")
                .with("add_ons.csv", "tenant_id,add_on,licenses", "t1,x,1", "t1,x,2")
                .with("grace_state.csv", "tenant_id,over_since", "t1,2026-01-01", "t1,2026-01-02")
                .with("accounts.csv", "tenant_id,account_id,name", "t1,a,Old", "t1,a,New", "t1,a,")
                .request());

        assertThat(rows("SELECT tenant_no, name FROM tenant")).containsExactly("1|C", "2|B");
        assertThat(rows("SELECT plan, licenses FROM subscription")).containsExactly("New|2");
        assertThat(rows("SELECT licenses FROM add_on")).containsExactly("2");
        assertThat(rows("SELECT over_since FROM grace_state")).containsExactly("2026-01-02");
        assertThat(rows("SELECT name FROM account")).containsExactly("New");
    }

    @Test
    void theLastLineOfAnAccountWinsWhateverWasSaidBefore() {
        Folder first = Folder.small(folder.resolve("first"))
                .with(
                        "accounts.csv",
                        "tenant_id,account_id,name,deactivated_on",
                        "t1,back,One,",
                        "t1,twice,One,",
                        "t1,back,Two,2026-01-01",
                        "t1,twice,Two,2026-01-01",
                        "t1,back,One,",
                        "t2,back,Åse 😀\\N\t,2026-02-01");
        loader.load(first.request());
        List<String> once = rows("SELECT account_no, account_id, name, deactivated_on FROM account ORDER BY 1");
        List<String> before = checksums();
        loader.load(first.request());

        assertThat(once).containsExactly("1|back|One|-", "2|twice|Two|2026-01-01", "3|back|Åse 😀\\N|2026-02-01");
        assertThat(checksums()).isEqualTo(before);

        loader.load(Folder.small(folder.resolve("second"))
                .with(
                        "accounts.csv",
                        "tenant_id,account_id,name,deactivated_on",
                        "t1,back,Three,2026-03-01",
                        "t1,back,One,",
                        "t1,twice,Two,",
                        "t1,twice,Two,2026-03-01")
                .request());

        assertThat(rows("SELECT account_no, name, deactivated_on FROM account WHERE tenant_no = 1 ORDER BY 1"))
                .containsExactly("1|One|-", "2|Two|2026-03-01");
        assertThat(rows("SELECT account_no, was, became FROM deactivation_change"))
                .containsExactly("2|2026-01-01|2026-03-01");
    }

    @Test
    void progressIsTold() {
        List<String> heard = new ArrayList<>();
        FeedProgress progress = new FeedProgress() {
            @Override
            public void step(String name) {
                heard.add(name);
            }

            @Override
            public void read(String file, long lines, double share) {
                heard.add("%s %d %.0f %%".formatted(file, lines, 100 * share));
            }
        };

        loader.load(new FeedRequest(Folder.small(folder).path(), BigDecimal.ONE, progress));

        assertThat(heard)
                .containsExactly(
                        "open feed",
                        "read tenants",
                        "tenants.csv 2 100 %",
                        "read subscriptions",
                        "subscriptions.csv 2 100 %",
                        "add_ons.csv 0 100 %",
                        "grace_state.csv 0 100 %",
                        "read accounts",
                        "accounts.csv 0 100 %",
                        "read activity",
                        "activity.csv 0 100 %",
                        "judge rejects",
                        "merge facts");
    }
}
