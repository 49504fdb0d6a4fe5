package org.trueup.spreadsheets.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** One entry of an archive, put together of pieces that are deflated already. */
final class ZipPart {
    private final RowSpool spool;
    private final Packer packer;
    private final List<InputStream> pieces = new ArrayList<>();
    private final JoinedCrc crc = new JoinedCrc();
    private long packedSize;

    ZipPart(RowSpool spool, Packer packer) {
        this.spool = spool;
        this.packer = packer;
    }

    ZipPart add(byte[] bytes) {
        return add(packer.piece(bytes, bytes.length), bytes.length);
    }

    ZipPart add(List<RowSpool.Block> blocks) {
        for (RowSpool.Block block : blocks) {
            crc.add(block.crc(), block.size());
            packedSize += block.packedSize();
            pieces.add(spool.open(block));
        }
        return this;
    }

    ZipPart end(byte[] bytes) {
        return add(packer.last(bytes, bytes.length), bytes.length);
    }

    private ZipPart add(ByteBuffer packed, long size) {
        byte[] piece = new byte[packed.remaining()];
        packed.get(piece);
        crc.add(packer.crc(), size);
        packedSize += piece.length;
        pieces.add(new ByteArrayInputStream(piece));
        return this;
    }

    void writeTo(ZipArchiveOutputStream zip, String name, long time) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTime(time);
        entry.setMethod(ZipEntry.DEFLATED);
        entry.setSize(crc.size());
        entry.setCompressedSize(packedSize);
        entry.setCrc(Integer.toUnsignedLong(crc.crc()));
        try (InputStream all = new SequenceInputStream(Collections.enumeration(pieces))) {
            zip.addRawArchiveEntry(entry, all);
        }
    }
}
