package org.trueup.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the embedded database takes of a machine. */
class ServerStartTest {
    private static final long MEGABYTE = 1 << 20;

    @ParameterizedTest
    @CsvSource({"1024, 256", "2048, 256", "8192, 1024", "24576, 3072", "65536, 4096"})
    void itsPagesTakeAnEighthOfTheMemoryWithinBounds(long machine, long pages) {
        assertThat(ServerStart.bufferPool(machine * MEGABYTE)).isEqualTo(pages * MEGABYTE);
    }
}
