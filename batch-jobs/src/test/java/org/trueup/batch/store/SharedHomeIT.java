package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One home, several programs, some of which die. */
class SharedHomeIT {
    private Path home;

    @BeforeEach
    void newHome(TestInfo test) throws IOException {
        home = TestHomes.fresh(test.getTestMethod().orElseThrow().getName());
    }

    @Test
    void aKilledProgramLeavesADatabaseThatTheNextOneStopsAndNothingCommittedIsLost() throws Exception {
        RunningServer orphan;
        try (StoreProgram killed = StoreProgram.opened(home)) {
            killed.run(insert(1));
            orphan = TestHomes.server(home);
            killed.kill();
        }
        assertThat(orphan.isAlive()).isTrue();

        try (Store next = open()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(TestHomes.server(home).pid()).isNotEqualTo(orphan.pid());
            assertThat(tenants(next)).containsExactly(1L);
        }
        assertThat(RunningServer.notedIn(Home.at(home))).isEmpty();
    }

    @Test
    void anOrphanThatNobodyNotedDownIsFoundToo() throws Exception {
        RunningServer orphan;
        try (StoreProgram killed = StoreProgram.opened(home)) {
            orphan = TestHomes.server(home);
            killed.kill();
        }
        Files.delete(Home.at(home).server());

        try (Store next = open()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(tenants(next)).isEmpty();
        }
    }

    @Test
    void aSecondProgramJoinsTheFirstOnesDatabaseAndTheFirstWaitsForItToLeave() throws Exception {
        try (StoreProgram owner = StoreProgram.opened(home)) {
            owner.run(insert(1));
            RunningServer server = TestHomes.server(home);
            try (Store joiner = open()) {
                assertThat(tenants(joiner)).containsExactly(1L);

                owner.finish();
                Thread.sleep(1000);

                assertThat(owner.isAlive()).isTrue();
                JdbcClient.create(joiner.dataSource()).sql(insert(2)).update();
                assertThat(tenants(joiner)).containsExactly(1L, 2L);
            }
            assertThat(owner.exitCode()).isZero();
            assertThat(server.isAlive()).isFalse();
        }
        try (Store again = open()) {
            assertThat(tenants(again)).containsExactly(1L, 2L);
        }
    }

    @Test
    void aSignalStopsTheDatabaseCleanly() throws Exception {
        try (StoreProgram program = StoreProgram.opened(home)) {
            RunningServer server = TestHomes.server(home);

            program.terminate();

            assertThat(program.exitCode()).isEqualTo(143);
            assertThat(server.isAlive()).isFalse();
        }
        assertThat(ServerLog.says(Home.at(home), "Shutdown complete")).isTrue();
    }

    @Test
    void aDatabaseOnWhichAJoinedProgramStillWorksIsKeptWhenItsOwnerIsKilled() throws Exception {
        StoreProgram owner = StoreProgram.opened(home);
        RunningServer server = TestHomes.server(home);
        Store joiner = open();
        owner.kill();
        try (StoreProgram next = StoreProgram.opened(home)) {
            next.run(insert(1));

            assertThat(TestHomes.server(home)).isEqualTo(server);
            assertThat(tenants(joiner)).containsExactly(1L);

            next.finish();
            joiner.close();
            assertThat(next.exitCode()).isZero();
        }
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void theLastJoinedProgramStopsTheDatabaseOfAKilledOwner() throws Exception {
        StoreProgram owner = StoreProgram.opened(home);
        RunningServer server = TestHomes.server(home);
        Store joiner = open();
        owner.kill();

        joiner.close();

        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void ofTwoProgramsThatStartTogetherOneOwnsANewHomeAndTheOtherJoins() throws Exception {
        home = TestHomes.bare("two-programs");
        try (StoreProgram one = StoreProgram.start(home);
                StoreProgram other = StoreProgram.start(home)) {
            String first = one.awaitLine("open ");
            String second = other.awaitLine("open ");
            one.run(insert(1));
            other.run(insert(2));

            assertThat(second).isEqualTo(first);

            // whichever owns the home waits for the other
            one.finish();
            other.finish();
            assertThat(one.exitCode()).isZero();
            assertThat(other.exitCode()).isZero();
        }
        try (Store again = open()) {
            assertThat(tenants(again)).containsExactly(1L, 2L);
        }
    }

    @Test
    void aStrangersProcessThatGotTheNotedNumberIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Home prepared = Home.at(home);
            new RunningServer(prepared, stranger.pid(), 3306, Sockets.inside(prepared)).note();

            open().close();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void twoStoresOfOneProgramShareTheDatabase() throws Exception {
        Store first = open();
        try (Store second = open()) {
            JdbcClient.create(first.dataSource()).sql(insert(1)).update();
            first.close();

            assertThat(tenants(second)).containsExactly(1L);
        }
        assertThat(RunningServer.notedIn(Home.at(home))).isEmpty();
    }

    @Test
    void aHomeWhoseOwnerDoesNotAnswerIsToldInOneSentence() throws Exception {
        Process silent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LockHolder.class.getName(),
                        Home.at(home).ownerLock().toString())
                .start();
        try {
            assertThat(silent.inputReader().readLine()).isEqualTo("held");

            assertThatThrownBy(() -> Membership.take(Home.at(home), Duration.ofMillis(300)))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("The folder " + home.toRealPath()
                            + " is in use by another program whose database does not answer: end that program and try again,"
                            + " or name another folder with --home.");
        } finally {
            silent.destroyForcibly().waitFor();
        }
    }

    /** A program that owns a home and never starts its database. */
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] arguments) throws Exception {
            HeldLock lock = HeldLock.alone(Path.of(arguments[0])).orElseThrow();
            System.out.println("held");
            Thread.sleep(60_000);
            lock.close();
        }
    }

    private Store open() {
        return Store.open(new StoreLocation.EmbeddedUnder(home));
    }

    private static String insert(int tenant) {
        return "INSERT INTO grace_state (tenant_no, over_since) VALUES (%d, '2026-01-01')".formatted(tenant);
    }

    private static List<Long> tenants(Store store) {
        return JdbcClient.create(store.dataSource())
                .sql("SELECT tenant_no FROM grace_state ORDER BY tenant_no")
                .query(Long.class)
                .list();
    }
}
