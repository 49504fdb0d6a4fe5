package org.trueup.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

class StoreContextTest {
    private static final Pattern SETTING = Pattern.compile(
            "(?<![./a-z])trueup\\.(database|feeds|home|keep|mail|reports|schedule|scratch)[a-z.-]*[a-z]");

    @TempDir
    Path folder;

    @Test
    void whoAsksWhatAStoreHoldsMakesNoneWhereThereIsNone() {
        Path home = folder.resolve("mistyped");
        assertThatThrownBy(() -> SpringPolicies.open(new StoreChoice(home, null, true), false))
                .hasMessage("There is no store under " + home + ": name its folder with --home, or its database with"
                        + " --database. A night, a server or a publication makes one.");
        assertThat(home).doesNotExist();
    }

    @Test
    void aMisspeltSettingIsToldWithItsLineAndWhatWasMeant() throws IOException {
        assertThat(
                        unknown(
                                "trueup:\n  mail:\n    from: a@b.example\n  databse-wait: 5m\n  colour: red\nserver:\n  x: 1\n"))
                .containsExactly(
                        "application.yaml, line 4: trueup.databse-wait is no setting of Trueup and is passed over; did you"
                                + " mean trueup.database-wait?",
                        "application.yaml, line 5: trueup.colour is no setting of Trueup and is passed over.");
    }

    @Test
    void namesMayBeWrittenAsSpringBootTakesThem() throws IOException {
        assertThat(unknown("trueup:\n  databaseWait: 5m\n  keep:\n    dailyNights: 3\n"))
                .isEmpty();
    }

    /** Those that the guides name, so that none is told as unknown. */
    @Test
    void everySettingOfTheGuidesIsKnown() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        for (String guide : List.of("../README.md", "../batch-jobs/README.md", "README.md")) {
            Matcher setting = SETTING.matcher(Files.readString(Path.of(guide)));
            while (setting.find()) {
                named.add(setting.group());
            }
        }
        named.remove("trueup.keep");
        named.remove("trueup.schedule");
        assertThat(named).hasSizeGreaterThan(10).allMatch(UnknownSettings::isKnown);
    }

    private static List<String> unknown(String yaml) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        ByteArrayResource file = new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "application.yaml";
            }
        };
        new YamlPropertySourceLoader()
                .load("application.yaml", file)
                .forEach(environment.getPropertySources()::addLast);
        return UnknownSettings.in(environment);
    }
}
