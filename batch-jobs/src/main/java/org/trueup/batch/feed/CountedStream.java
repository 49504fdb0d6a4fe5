package org.trueup.batch.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes were read. */
final class CountedStream extends FilterInputStream {
    private final LongConsumer passed;

    CountedStream(InputStream in, LongConsumer passed) {
        super(in);
        this.passed = passed;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        passed.accept(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        passed.accept(Math.max(read, 0));
        return read;
    }
}
