package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An embedded database that dies while the program lives that started it. */
class ServerRevivalIT {
    private Path home;

    @BeforeEach
    void newHome(TestInfo test) throws IOException {
        home = TestHomes.fresh(test.getTestMethod().orElseThrow().getName());
    }

    @Test
    void itIsStartedAgainWhereItWasAndWhoeverAsksMeanwhileWaits() throws Exception {
        try (Store store = open()) {
            insert(store, 1);
            RunningServer before = TestHomes.server(home);

            kill(before);
            insert(store, 2);

            RunningServer after = TestHomes.server(home);
            assertThat(after.pid()).isNotEqualTo(before.pid());
            assertThat(after.port()).isEqualTo(before.port());
            assertThat(count(store)).isEqualTo(2);
        }
        assertThat(RunningServer.notedIn(Home.at(home))).isEmpty();
    }

    @Test
    void aProgramThatJoinedFindsItAgain() throws Exception {
        try (StoreProgram owner = StoreProgram.opened(home);
                Store joiner = open()) {
            insert(joiner, 1);

            kill(TestHomes.server(home));

            insert(joiner, 2);
            owner.run("INSERT INTO grace_state (tenant_no, over_since) VALUES (3, '2026-01-01')");
            assertThat(count(joiner)).isEqualTo(3);
        }
    }

    @Test
    void itIsStoppedWhenItsProgramEndsRightAfterItDied() throws Exception {
        RunningServer last;
        try (Store store = open()) {
            insert(store, 1);
            last = TestHomes.server(home);
            ProcessHandle.of(last.pid()).orElseThrow().destroyForcibly();
        }
        assertThat(last.isAlive()).isFalse();
        assertThat(RunningServer.unnotedIn(Home.at(home))).isEmpty();
        try (Store again = open()) {
            assertThat(count(again)).isEqualTo(1);
        }
    }

    @Test
    void oneThatDiesAgainAndAgainIsLeftAloneAndThatIsToldAtOnce() throws Exception {
        try (Store store = open()) {
            for (int i = 0; i <= ServerRevival.MOST; i++) {
                insert(store, i);
                kill(TestHomes.server(home));
            }

            assertThatThrownBy(() -> connect(store)).isInstanceOf(SQLException.class);
            long begun = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> connect(store)).matches(LostDatabase::caused);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
        try (Store again = open()) {
            assertThat(count(again)).isEqualTo(ServerRevival.MOST + 1);
        }
    }

    private Store open() {
        return Store.open(new StoreLocation.EmbeddedUnder(home));
    }

    private static void connect(Store store) throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    /** kill -9; the pool takes a connection that was used within the last half second for a living one. */
    private static void kill(RunningServer server) throws InterruptedException {
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        Thread.sleep(600);
    }

    private static void insert(Store store, int tenant) {
        JdbcClient.create(store.dataSource())
                .sql("INSERT INTO grace_state (tenant_no, over_since) VALUES (?, '2026-01-01')")
                .param(tenant)
                .update();
    }

    private static long count(Store store) {
        return JdbcClient.create(store.dataSource())
                .sql("SELECT COUNT(*) FROM grace_state")
                .query(Long.class)
                .single();
    }
}
