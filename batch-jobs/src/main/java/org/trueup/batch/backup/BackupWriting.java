package org.trueup.batch.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup that is being written, a zip file beside its place. {@link #finish} seals it and gives it its name; a file that
 * was not finished is deleted. Only its owner may read it, since hashes of passwords and tokens are in it.
 */
final class BackupWriting implements AutoCloseable {
    private static final int BUFFER = 1 << 20;

    private final Path place;
    private final Path part;
    private final FileChannel channel;
    private final DigestOutputStream digested;
    private final OutputStream buffered;
    private final ZipOutputStream zip;
    private boolean finished;

    private BackupWriting(Path place, Path part, FileChannel channel) {
        this.place = place;
        this.part = part;
        this.channel = channel;
        this.digested = new DigestOutputStream(Channels.newOutputStream(channel), Seal.digest());
        this.buffered = new BufferedOutputStream(digested, BUFFER);
        this.zip = new WideZip(buffered);
        // a database's rows are half zeros and repeated names: the fastest level takes most of what there is to gain
        zip.setLevel(Deflater.BEST_SPEED);
        zip.setComment(Seal.BLANK);
    }

    static BackupWriting begin(Path wanted) throws IOException {
        Path place = wanted.toAbsolutePath().normalize();
        Path part = place.resolveSibling(place.getFileName() + ".part");
        Files.deleteIfExists(part);
        return new BackupWriting(
                place,
                part,
                FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerAlone()));
    }

    private static FileAttribute<?>[] ownerAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Begins a piece of the file; what is written to the stream, which is closed at the end of the piece, becomes its content. */
    OutputStream piece(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    void piece(String name, String text) throws IOException {
        try (OutputStream piece = piece(name)) {
            piece.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes what is left, makes sure that it is on the disk, and gives the file its name; its size. */
    long finish() throws IOException {
        zip.finish();
        buffered.flush();
        long size = channel.position();
        ByteBuffer seal = ByteBuffer.wrap(Seal.of(digested.getMessageDigest()));
        channel.position(size - seal.remaining());
        while (seal.hasRemaining()) {
            channel.write(seal);
        }
        channel.force(true);
        channel.close();
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        finished = true;
        return size;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!finished) {
            Files.deleteIfExists(part);
        }
    }

    /** The zip stream of Java fetches what it compressed by half kilobytes. */
    private static final class WideZip extends ZipOutputStream {
        WideZip(OutputStream out) {
            super(out, StandardCharsets.UTF_8);
            buf = new byte[1 << 16];
        }
    }
}
