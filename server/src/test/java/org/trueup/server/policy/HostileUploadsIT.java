package org.trueup.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trueup.server.policy.PolicyOverHttp.Answer;
import org.trueup.server.security.Role;
import org.trueup.spreadsheets.corpus.Corpus;

/** Every file of the corpus sent to the server: refused, or kept as a draft that can be published only if its check is green. */
class HostileUploadsIT {
    private static final PolicyOverHttp ODD = PolicyOverHttp.of("odd");

    static List<Corpus.Odd> corpus() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void nothingIsRunAndNothingIsPublishedThatTheCheckRefuses(Corpus.Odd file) {
        Answer sent = ODD.upload(Role.ANALYST, file.content(), "?note=Odd");

        assertThat(sent.status()).isIn(201, 400);
        if (sent.status() == 400) {
            assertThat(file.refused()).isTrue();
            assertThat(sent.at("/field")).isEqualTo("workbook");
            assertThat(sent.body()).doesNotContain("Exception", "org.trueup");
        } else {
            hold(file, sent);
        }
        assertThat(System.getProperty(Corpus.CANARY)).isNull();
    }

    private static void hold(Corpus.Odd file, Answer sent) {
        String draft = "/versions/" + sent.at("/draft/v");
        assertThat(sent.at("/check/publishable")).isEqualTo(String.valueOf(!file.refused()));
        if (file.refused()) {
            assertThat(ODD.post(Role.PUBLISHER, draft + "/publish", "{\"effective_on\":\"2026-12-01\"}")
                            .status())
                    .isEqualTo(409);
        }
        assertThat(ODD.get(Role.ANALYST, draft + "/sheets").status()).isEqualTo(200);
        assertThat(ODD.put(
                                Role.ANALYST,
                                draft + "/cells",
                                "application/json",
                                "[{\"sheet\":\"Plans\",\"cell\":\"A5\",\"value\":\"x\"}]"
                                        .getBytes(StandardCharsets.UTF_8))
                        .status())
                .isIn(200, 400);
        assertThat(ODD.delete(Role.ANALYST, draft).status()).isEqualTo(204);
    }
}
