package org.trueup.batch.whatif;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.trueup.spreadsheets.whatif.TenantChange;

/**
 * Keeps the tenants that change in a file until all are known, twelve bytes of memory each: every tenant of a store may
 * change. Takes them from several threads.
 */
final class ChangeSpool implements AutoCloseable {
    private final FileChannel file;
    private final PlacesByTenant places = new PlacesByTenant();
    private long end;

    ChangeSpool(Path path) throws IOException {
        this.file = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** @param numbers the tenants' numbers in the store, in the order of the changes */
    void add(List<Integer> numbers, List<TenantChange> changes) {
        PackedChanges packed = new PackedChanges();
        int[] lengths = new int[changes.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = packed.add(changes.get(i));
        }
        append(numbers, lengths, packed.bytes());
    }

    private synchronized void append(List<Integer> numbers, int[] lengths, byte[] bytes) {
        try {
            long place = end;
            for (int i = 0; i < lengths.length; i++) {
                places.put(numbers.get(i), place);
                place += lengths[i];
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                end += file.write(buffer, end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over the change of a tenant, if it has one. */
    void read(int number, Consumer<TenantChange> reader) {
        long place = places.of(number);
        if (place < 0) {
            return;
        }
        try {
            byte[] bytes = at(place + Integer.BYTES, length(place));
            reader.accept(PackedChanges.read(new DataInputStream(new ByteArrayInputStream(bytes))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int length(long place) throws IOException {
        return ByteBuffer.wrap(at(place, Integer.BYTES)).getInt();
    }

    private byte[] at(long place, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, place + buffer.position()) < 0) {
                throw new IOException("the file of changes is shorter than what was put into it");
            }
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
