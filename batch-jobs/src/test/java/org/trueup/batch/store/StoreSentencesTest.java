package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told when a store cannot be opened, where no server is needed to find out. */
class StoreSentencesTest {
    private static final DatabaseUrl URL = DatabaseUrl.of("jdbc:mariadb://db.example:3307/licences");

    @Test
    void aHomeThatIsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "");

        assertThatThrownBy(() -> Store.open(new StoreLocation.EmbeddedUnder(file)))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + " is a file, and the database needs a folder: name another one with --home.");
        assertThatThrownBy(() -> Store.open(new StoreLocation.EmbeddedUnder(file.resolve("data"))))
                .hasMessage(file + " is a file, and the database needs a folder: name another one with --home.");
    }

    @Test
    void aHomeThatCannotBeWritten() {
        // nobody can make a folder there, not even root
        assertThatThrownBy(() -> Store.open(new StoreLocation.EmbeddedUnder(Path.of("/proc/trueup"))))
                .isInstanceOf(StoreException.class)
                .hasMessage("The folder /proc/trueup cannot be written: give this user the right to write it,"
                        + " or name another one with --home.");
    }

    @Test
    void aFullDisk(@TempDir Path folder) {
        assertThat(DiskTrouble.of(new FileSystemException("x", null, "No space left on device"), folder))
                .hasMessage("The disk under " + folder
                        + " is full: free some space, or name a folder on another disk with --home.");
        assertThatThrownBy(() -> DiskTrouble.checkRoom(new Home(folder), 699 * 1024 * 1024))
                .hasMessage("The disk under " + folder + " has 699 MB left and the database needs 700 MB to start:"
                        + " free some space, or name a folder on another disk with --home.");
        assertThatCode(() -> DiskTrouble.checkRoom(new Home(folder), 700 * 1024 * 1024))
                .doesNotThrowAnyException();
    }

    @Test
    void aUrlThatIsNotMariaDbs() {
        assertThatThrownBy(() -> Store.open(new StoreLocation.External("jdbc:mysql://db.example/licences")))
                .isInstanceOf(StoreException.class)
                .hasMessage("The database URL does not begin with jdbc:mariadb: — write it as"
                        + " jdbc:mariadb://HOST:3306/DATABASE?user=USER&password=PASSWORD.");
        assertThatThrownBy(() -> Store.open(new StoreLocation.External("jdbc:mariadb:licences")))
                .isInstanceOf(StoreException.class)
                .hasMessage("The database URL cannot be read: write it as"
                        + " jdbc:mariadb://HOST:3306/DATABASE?user=USER&password=PASSWORD.");
    }

    @Test
    void aServerThatIsMySql() {
        assertThatThrownBy(() -> ServerCheck.checkVersion(URL, "8.0.36"))
                .hasMessage("The database server at db.example:3307 is MySQL 8.0.36, not MariaDB:"
                        + " give the URL of a MariaDB 10.6 or later.");
    }

    @Test
    void aServerThatIsTooOld() {
        assertThatThrownBy(() -> ServerCheck.checkVersion(URL, "10.5.23-MariaDB-0+deb11u1"))
                .hasMessage("The database server at db.example:3307 is MariaDB 10.5.23-MariaDB-0+deb11u1,"
                        + " which is too old: 10.6 or later is needed.");
        assertThatThrownBy(() -> ServerCheck.checkVersion(URL, "5.5.5-10.3.1-MariaDB"))
                .hasMessageContaining("too old");
    }

    @Test
    void serversThatAreNewEnough() {
        for (String version :
                new String[] {"10.6.1-MariaDB", "5.5.5-10.11.6-MariaDB-log", "11.4.5-MariaDB", "12.0.2-MariaDB"}) {
            assertThatCode(() -> ServerCheck.checkVersion(URL, version))
                    .as(version)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theUsersParametersStayAndNeededOnesAreAdded() {
        DatabaseUrl url = DatabaseUrl.of("jdbc:mariadb://h/d?user=u&AllowLocalInfile=false&connectTimeout=5");

        assertThat(url.with("allowLocalInfile", "true")
                        .withDefault("connectTimeout", "10000")
                        .withDefault("tcpKeepAlive", "true")
                        .text())
                .isEqualTo("jdbc:mariadb://h/d?user=u&connectTimeout=5&allowLocalInfile=true&tcpKeepAlive=true");
    }

    @Test
    void aPasswordInTheUrlIsNotShown() {
        assertThat(DatabaseUrl.of("jdbc:mariadb://h/d?user=u&password=secret")).hasToString("d at h:3306");
    }
}
