package org.trueup.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spring does not start without a logging system, so the commands that need Spring must have one. */
class LoggingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check acme.xlsx",
                "check acme.xlsx --annotate out.xlsx",
                "diff old/acme.xlsx acme.xlsx",
                "diff at@1/acme.xlsx acme.xlsx",
                "new-policy acme"
            })
    void whatNeedsNoStoreLogsNothing(String arguments) {
        assertThat(Logging.needed(arguments.split(" "))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "demo",
                "nightly --as-of 2026-11-21",
                "publish acme.xlsx",
                "diff acme@1 acme.xlsx",
                "diff old/acme.xlsx acme@2",
                "check acme.xlsx --verbose"
            })
    void whatMayNeedTheStoreAndWhoeverAsksForItCanLog(String arguments) {
        assertThat(Logging.needed(arguments.split(" "))).isTrue();
    }
}
