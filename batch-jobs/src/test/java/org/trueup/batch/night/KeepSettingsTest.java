package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class KeepSettingsTest {
    private static KeepSettings with(String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("trueup.keep." + name, value)));
        return KeepSettings.of(environment);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "1,true", "on,true", "false,false", "0,false", "'',false"})
    void aDryRunIsSaidInEveryWayThatSpringTakes(String said, boolean dryRun) {
        assertThat(with("dry-run", said).dryRun()).isEqualTo(dryRun);
    }

    @Test
    void whatCannotBeUsedIsToldWithItsName() {
        assertThatThrownBy(() -> with("dry-run", "maybe"))
                .isInstanceOf(NightException.class)
                .hasMessage("The setting trueup.keep.dry-run is \"maybe\", but must be true or false; correct it in"
                        + " application.yaml or in the environment.");
        assertThatThrownBy(() -> with("daily-nights", "1"))
                .isInstanceOf(NightException.class)
                .hasMessage(
                        "The setting trueup.keep.daily-nights is \"1\", but must be a whole number from 2 on, or be left"
                                + " out to keep everything; correct it in application.yaml or in the environment.");
    }
}
