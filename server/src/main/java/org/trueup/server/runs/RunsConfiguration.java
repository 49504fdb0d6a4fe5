package org.trueup.server.runs;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trueup.server.run.RunConfiguration;

/** Where runs find feeds and leave reports. */
@Configuration(proxyBeanMethods = false)
@Import(RunConfiguration.class)
class RunsConfiguration {

    @Bean
    FeedFolders feedFolders(@Value("${trueup.feeds:}") String feeds) {
        return new FeedFolders(feeds.isBlank() ? null : Path.of(feeds.strip()));
    }

    @Bean
    ReportFiles reportFiles(@Value("${trueup.reports:./trueup-reports}") String reports) {
        return new ReportFiles(Path.of(reports));
    }
}
