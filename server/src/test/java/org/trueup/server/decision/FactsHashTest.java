package org.trueup.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsHashTest {
    private static final String WHOLE = """
            {"tenant_id":"t","name":"T","vendor":"plecto","account_manager":"A","account_manager_email":"a@b","signed_up_on":"2026-01-01",
             "nonprofit":true,"stored_history_days":7,"subscriptions":[{"subscription_id":"s","plan":"P","licenses":5,
             "starts_on":"2026-01-02","ends_on":"2026-12-31","term":"trial","discount_percent":10,"price_per_license":3.5,
             "support_plan":"U"}],"add_ons":[{"add_on":"O","licenses":6,"starts_on":"2026-01-03","ends_on":"2026-12-30",
             "price_per_license":4.5}],"accounts":[{"account_id":"u","name":"N","kind":"system","source":"S","email":"e","username":"n",
             "logon_domain":"l","device":"d","added_on":"2026-01-04","removed_on":"2026-12-01","deactivated_on":"2026-12-02",
             "login_enabled":false,"tracked":false,"has_history":true,"history_deleted_on":"2026-12-03","access":"alias","group":"dnt",
             "merged_into":"v","activity":[{"at":"2026-03-04","kind":"login"}]}],
             "earlier_night":{"as_of":"2026-11-19","over_since":"2026-11-01","plan":"Q","grace_since":"2026-11-02"}}""";

    private static String hash(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        GivenTenant given = new Json().read(body, 0, body.length, GivenTenant.class);
        GivenTenant.Question question = given.at(Place.TOP, LocalDate.of(2026, 11, 20));
        return HexFormat.of().formatHex(FactsHash.of(question.facts()));
    }

    @Test
    void theSameFactsHaveTheSameHash() {
        assertThat(hash(WHOLE)).isEqualTo(hash(WHOLE)).hasSize(64);
        assertThat(hash(WHOLE.replace(":10,", ":10.00,"))).isEqualTo(hash(WHOLE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "t"        | "x"
            "T"        | "x"
            plecto     | pensero
            "A"        | "x"
            a@b        | x@b
            2026-01-01 | 2026-02-01
            t":true    | t":false
            :7,        | :8,
            "s"        | "x"
            "P"        | "x"
            :5,        | :8,
            2026-01-02 | 2026-02-01
            2026-12-31 | 2026-12-24
            trial      | pilot
            :10,       | :11,
            3.5        | 3.6
            "U"        | "x"
            "O"        | "x"
            :6,        | :8,
            2026-01-03 | 2026-02-01
            2026-12-30 | 2026-12-24
            4.5        | 4.6
            "u"        | "x"
            "N"        | "x"
            system     | person
            "S"        | "x"
            "e"        | "x"
            "n"        | "x"
            "l"        | "x"
            "d"        | "x"
            2026-01-04 | 2026-02-01
            2026-12-01 | 2026-12-24
            2026-12-02 | 2026-12-24
            d":false,"t | d":true,"t
            tracked":f | tracked":F
            y":true    | y":false
            2026-12-03 | 2026-12-24
            alias      | viewer
            dnt        | delete
            "v"        | "x"
            2026-03-04 | 2026-03-05
            "login"    | "registration"
            2026-11-19 | 2026-11-18
            2026-11-01 | 2026-10-31
            "Q"        | "x"
            2026-11-02 | 2026-11-03
            """)
    void everyValueCounts(String value, String other) {
        assertThat(WHOLE).contains(value);
        String changed =
                other.endsWith(":F") ? WHOLE.replace("tracked\":false", "tracked\":true") : WHOLE.replace(value, other);
        assertThat(hash(changed)).isNotEqualTo(hash(WHOLE));
    }
}
