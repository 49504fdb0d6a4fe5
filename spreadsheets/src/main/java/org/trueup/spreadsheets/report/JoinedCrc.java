package org.trueup.spreadsheets.report;

/**
 * The CRC-32 of bytes that lie one behind the other, made of the checksums of the parts: the remainder of a product modulo the
 * polynomial of zip files, bits reversed (the way of zlib's {@code crc32_combine}).
 */
final class JoinedCrc {
    private static final int POLYNOMIAL = 0xEDB88320;
    private static final int ONE = 1 << 31;
    /** x to the power of 8 · 2^i. */
    private static final int[] POWERS = powers();

    private int crc;
    private long size;

    void add(int partsCrc, long partsSize) {
        crc = product(powerOfBytes(partsSize), crc) ^ partsCrc;
        size += partsSize;
    }

    int crc() {
        return crc;
    }

    long size() {
        return size;
    }

    private static int powerOfBytes(long bytes) {
        int power = ONE;
        long left = bytes;
        for (int i = 0; left != 0; i++, left >>>= 1) {
            if ((left & 1) != 0) {
                power = product(POWERS[i], power);
            }
        }
        return power;
    }

    private static int product(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 0 ? shifted >>> 1 : shifted >>> 1 ^ POLYNOMIAL;
        }
        return product;
    }

    private static int[] powers() {
        int[] powers = new int[Long.SIZE];
        powers[0] = ONE >>> Byte.SIZE;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = product(powers[i - 1], powers[i - 1]);
        }
        return powers;
    }
}
