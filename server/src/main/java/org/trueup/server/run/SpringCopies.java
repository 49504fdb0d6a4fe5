package org.trueup.server.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trueup.batch.backup.BackupResult;
import org.trueup.batch.backup.Backups;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.store.StoreLocation;

/** Copies of the store that the settings name, in a Spring context that holds nothing else and opens no store itself. */
public final class SpringCopies implements Copies {
    private final ConfigurableApplicationContext context;

    private SpringCopies(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Copies open(StoreChoice store, boolean verbose) {
        return new SpringCopies(StoreContext.open(CopyBeans.class, store, verbose, settings -> {}));
    }

    @Override
    public BackupResult backup(Path file, NightProgress progress) {
        return context.getBean(Backups.class).write(file, progress);
    }

    @Override
    public BackupResult restore(Path file, NightProgress progress) {
        return context.getBean(Backups.class).restore(file, progress);
    }

    @Override
    public void close() {
        context.close();
    }

    /** A store that was only partly restored, or is of an older release, must be left as it is; hence no beans of the store. */
    @Configuration(proxyBeanMethods = false)
    static class CopyBeans {

        @Bean
        Backups backups(
                @Value("${trueup.database:}") String database, @Value("${trueup.home:./trueup-data}") String home) {
            @Nullable String version = SpringCopies.class.getPackage().getImplementationVersion();
            return new Backups(StoreLocation.of(database, home), version == null ? "not built as a jar" : version);
        }
    }
}
