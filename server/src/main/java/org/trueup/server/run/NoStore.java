package org.trueup.server.run;

import java.nio.file.Path;

/** Says in one sentence that a folder holds no store to ask. */
final class NoStore extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoStore(Path home) {
        super(
                "There is no store under %s: name its folder with --home, or its database with --database. A night, a server or a publication makes one."
                        .formatted(home));
    }
}
