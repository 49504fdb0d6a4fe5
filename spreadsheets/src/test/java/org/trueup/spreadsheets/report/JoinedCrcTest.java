package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class JoinedCrcTest {
    @Test
    void theChecksumOfPartsIsThatOfTheWhole() {
        Random chance = new Random(1);
        for (int round = 0; round < 50; round++) {
            byte[] whole = new byte[chance.nextInt(100_000)];
            chance.nextBytes(whole);
            JoinedCrc joined = new JoinedCrc();
            int from = 0;
            while (from < whole.length) {
                int length = Math.min(whole.length - from, chance.nextInt(30_000));
                joined.add(crc(whole, from, length), length);
                from += length;
            }
            assertThat(joined.crc()).isEqualTo(crc(whole, 0, whole.length));
            assertThat(joined.size()).isEqualTo(whole.length);
        }
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
