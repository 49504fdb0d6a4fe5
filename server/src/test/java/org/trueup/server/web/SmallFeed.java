package org.trueup.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A feed of a few lines, written where a server finds it. */
public final class SmallFeed {
    private final Map<String, List<String>> files = new LinkedHashMap<>();

    public SmallFeed() {
        header("tenants.csv", "tenant_id,name,vendor,account_manager");
        header("subscriptions.csv", "tenant_id,subscription_id,plan,licenses,starts_on,ends_on,term");
        header("accounts.csv", "tenant_id,account_id,name,added_on,deactivated_on");
        header("activity.csv", "tenant_id,account_id,at,kind");
    }

    private void header(String file, String columns) {
        files.put(file, new ArrayList<>(List.of(columns)));
    }

    /** Adds a line to a file. */
    public SmallFeed line(String file, String line) {
        files.get(file).add(line);
        return this;
    }

    public Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, List<String>> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), String.join("\n", file.getValue()) + "\n");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
