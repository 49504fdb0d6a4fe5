package org.trueup.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.server.security.Role;
import org.trueup.server.web.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PositionApiIT {
    private static final TestServer SERVER = TestServer.running();
    private static final String PATH = "/api/v1/decisions/position";

    @Test
    void aTenantsFactsMakeItsPosition() {
        JsonNode answer = decided(tenant("peak", 14, 10));
        assertThat(answer.path("decided").booleanValue()).isTrue();
        assertThat(answer.path("used").intValue()).isEqualTo(14);
        assertThat(answer.path("short").intValue()).isEqualTo(4);
        assertThat(answer.path("status").stringValue()).isEqualTo("WARNING");
        assertThat(answer.path("peak_day").stringValue()).isEqualTo("2026-11-10");
        assertThat(answer.path("policy_version").intValue()).isEqualTo(1);
        assertThat(answer.path("way_back").stringValue()).contains("buy 4 more");
        assertThat(answer.path("months").size()).isEqualTo(11);
        assertThat(answer.path("cells").toString()).contains("plecto.xlsx!Over the limit!M7");
        JsonNode finding = answer.path("findings").path(0);
        assertThat(finding.path("code").stringValue()).isEqualTo("OVER_LICENSED_COUNT");
        assertThat(finding.path("rule").stringValue()).isNotEmpty();
        assertThat(finding.path("cell").stringValue()).startsWith("plecto.xlsx!Over the limit!");
    }

    @Test
    void entitlementsAndTheGracePeriodAreToldToo() {
        JsonNode answer = decided(
                """
                {"as_of":"2026-11-20","tenant_id":"act","name":"Act","vendor":"activtrak","over_since":"2026-11-11",
                 "subscriptions":[{"subscription_id":"s","plan":"Essentials","licenses":5,"starts_on":"2026-04-01","ends_on":"2027-03-31"}],
                 "accounts":[%s]}""".formatted(accounts(6, "\"has_history\":true,\"username\":\"u%1$d\",\"logon_domain\":\"d\"")));
        assertThat(answer.path("status").stringValue()).isEqualTo("GRACE");
        assertThat(answer.path("grace_day").intValue()).isEqualTo(10);
        assertThat(answer.path("grace_ends_on").stringValue()).isEqualTo("2026-12-10");
        assertThat(answer.path("true_up_amount").isNumber()).isTrue();
        assertThat(answer.path("entitlements").toString()).contains("Data history");
    }

    @Test
    void aTenantWithoutAPositionIsToldWhy() {
        JsonNode answer =
                decided("{\"as_of\":\"2026-11-20\",\"tenant_id\":\"x\",\"name\":\"X\",\"vendor\":\"nobody\"}");
        assertThat(answer.path("decided").booleanValue()).isFalse();
        assertThat(answer.path("policy_version").isNull()).isTrue();
        assertThat(answer.path("findings").path(0).path("code").stringValue()).isEqualTo("NO_POLICY");
    }

    @Test
    void aListIsAnsweredInItsOrder() {
        JsonNode answers = decided("[%s,%s]".formatted(tenant("second", 3, 10), tenant("first", 12, 10)));
        assertThat(answers.path(0).path("tenant_id").stringValue()).isEqualTo("second");
        assertThat(answers.path(1).path("status").stringValue()).isEqualTo("WARNING");
        assertThat(decided("[]").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            accounts[3].added_on               | "account_id":"u3" | "account_id":"u3","added_on":"soon"
            accounts[0].activity[0].at         | 2026-11-10        | 2026-11-31
            accounts[2].account_id             | "account_id":"u2" | "account_id":"u1"
            accounts[1].kind                   | "account_id":"u1" | "account_id":"u1","kind":"robot"
            accounts[1].tracked                | "account_id":"u1" | "account_id":"u1","tracked":"maybe"
            subscriptions[0].licences          | "licenses"        | "licences"
            subscriptions[0].licenses          | "licenses":10     | "licenses":-1
            subscriptions[0].licenses          | "licenses":10     | "licenses":9.5
            subscriptions[0].discount_percent  | "licenses":10     | "discount_percent":101
            subscriptions[0].ends_on           | 2026-12-31        | 2025-12-31
            subscriptions[0].plan              | "plan":"Large",   | "term":"paid",
            tenant_id                          | "tenant_id":"t"   | "tenant_id":""
            vendor                             | plecto            | Plecto!
            as_of                              | 2026-11-20        | 0001-01-01
            """)
    void whatIsWrongIsToldByItsField(String field, String right, String wrong) {
        String json = tenant("t", 4, 10).replace(right, wrong);
        HttpResponse<String> refused = SERVER.post(Role.SERVICE, PATH, json);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
        assertThat(SERVER.post(Role.SERVICE, PATH, "[" + tenant("other", 1, 5) + "," + json + "]")
                        .body())
                .contains("\"field\":\"[1]." + field + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"as_of\":", "nonsense", "null", "17", "[null]", "{\"accounts\":[null]}"})
    void aBodyThatIsNoJsonObjectIsRefused(String body) {
        HttpResponse<String> refused = SERVER.post(Role.SERVICE, PATH, body);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("Exception", "jackson", "org.trueup");
    }

    @Test
    void everyAnswerStandsInTheLogBeforeItGoesOut() {
        decided(tenant("logged", 14, 10));
        JsonNode line = JsonMapper.shared()
                .valueToTree(SERVER.part(JdbcClient.class)
                        .sql("SELECT who, kind, vendor, as_of, HEX(facts) AS facts, policy_version, answer, rule, cell"
                                + " FROM decision WHERE tenant_id = 'logged' ORDER BY decision_id DESC LIMIT 1")
                        .query()
                        .singleRow());
        assertThat(line.path("who").stringValue()).isEqualTo("service");
        assertThat(line.path("facts").stringValue()).matches("[0-9A-F]{64}");
        assertThat(line.path("policy_version").intValue()).isEqualTo(1);
        assertThat(line.path("answer").stringValue()).contains("\"used\":14", "OVER_LICENSED_COUNT");
        assertThat(line.path("rule").stringValue()).isNotEmpty();
        assertThat(line.path("cell").stringValue()).startsWith("plecto.xlsx!Over the limit!");
    }

    private static JsonNode decided(String json) {
        HttpResponse<String> answer = SERVER.post(Role.SERVICE, PATH, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** A tenant of Plecto whose accounts are all active on one day. */
    static String tenant(String id, int accounts, int licenses) {
        return """
                {"as_of":"2026-11-20","tenant_id":"%s","name":"A tenant","vendor":"plecto",
                 "subscriptions":[{"subscription_id":"s1","plan":"Large","licenses":%d,"starts_on":"2026-01-01","ends_on":"2026-12-31"}],
                 "accounts":[%s]}""".formatted(id, licenses, accounts(accounts, "\"activity\":[{\"at\":\"2026-11-10T09:30:00+01:00\"}]"));
    }

    private static String accounts(int number, String more) {
        StringBuilder accounts = new StringBuilder();
        for (int i = 0; i < number; i++) {
            accounts.append(i == 0 ? "" : ",")
                    .append("{\"account_id\":\"u%1$d\",\"name\":\"User %1$d\",".formatted(i))
                    .append(more.formatted(i))
                    .append('}');
        }
        return accounts.toString();
    }
}
