package org.trueup.server.policy;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.trueup.server.problem.Refusal;
import org.trueup.spreadsheets.sheet.WorkbookReader;

/** Takes a file from whoever sends one, never more of it than a workbook may have. */
final class UploadedFile {
    private static final long MOST_SENT = 20L * 1024 * 1024;

    private UploadedFile() {}

    /**
     * Reads a file; of one that is too large for a workbook only so much that the check can say so. The rest is let go by, so
     * that the sender gets to hear the answer.
     *
     * @throws Refusal where it is empty, or beyond all measure
     */
    static byte[] read(InputStream sent) throws IOException {
        byte[] file = sent.readNBytes(WorkbookReader.MAX_BYTES + 1);
        if (file.length == 0) {
            throw Refusal.of("workbook", "The request holds no workbook; send the .xlsx file as its body.");
        }
        long left = MOST_SENT - file.length;
        byte[] rest = new byte[64 * 1024];
        for (int read = sent.read(rest); read >= 0; read = sent.read(rest)) {
            left -= read;
            if (left < 0) {
                throw Refusal.of(
                        HttpStatus.CONTENT_TOO_LARGE, "The file is larger than 20 MB; a policy is far smaller.");
            }
        }
        return file;
    }
}
