package org.trueup.batch.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A feed folder that a test fills. */
record Folder(Path path) {
    /** Two tenants with a subscription each, the least that a feed can be. */
    static Folder small(Path path) {
        return new Folder(path)
                .with("tenants.csv", "tenant_id,name,vendor", "t1,One,plecto", "t2,Two,pensero")
                .with(
                        "subscriptions.csv",
                        "tenant_id,subscription_id,plan,licenses,starts_on,ends_on",
                        "t1,s1,Medium,10,2026-01-01,2026-12-31",
                        "t2,s2,Growth,5,2026-01-01,2026-12-31");
    }

    Folder with(String file, String... lines) {
        return with(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Folder with(String file, byte[] content) {
        try {
            Files.createDirectories(path);
            Files.write(path.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folder without(String file) {
        try {
            Files.delete(path.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    FeedRequest request() {
        return request("1");
    }

    FeedRequest request(String maxRejectPercent) {
        return new FeedRequest(path, new BigDecimal(maxRejectPercent), FeedProgress.SILENT);
    }
}
