package org.trueup.batch.store;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The two accounts of an embedded database, with the random passwords that its home keeps.
 *
 * @param administrator password of {@code root}, for operators
 * @param program password of {@code trueup}, which sees its own database only
 */
record Accounts(String administrator, String program) {
    static final String ADMINISTRATOR = "root";
    static final String PROGRAM = "trueup";
    static final String DATABASE = "trueup";

    /** Reads the home's passwords, or makes them up for a new home; called by the home's owner alone. */
    static Accounts keptIn(Home home) throws IOException {
        if (!Files.exists(home.accounts())) {
            Accounts fresh = new Accounts(randomPassword(), randomPassword());
            Home.writePrivately(
                    home.accounts(),
                    "# The embedded database's accounts, both at 127.0.0.1. Keep this file to yourself.\n%s=%s\n%s=%s\n"
                            .formatted(ADMINISTRATOR, fresh.administrator, PROGRAM, fresh.program));
        }
        return read(home);
    }

    static Accounts read(Home home) throws IOException {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(home.accounts())) {
            kept.load(reader);
        }
        String administrator = kept.getProperty(ADMINISTRATOR, "");
        String program = kept.getProperty(PROGRAM, "");
        if (administrator.isEmpty() || program.isEmpty()) {
            throw new StoreException("%s holds no passwords any more: delete it, and the next start makes new ones."
                    .formatted(home.accounts()));
        }
        return new Accounts(administrator, program);
    }

    /** What the server runs at each start, one statement a line: these two accounts and no other one can sign in. */
    String statements() {
        return String.join(
                "\n",
                "BEGIN NOT ATOMIC FOR a IN (SELECT user, host FROM mysql.global_priv WHERE user NOT IN ('PUBLIC', 'mariadb.sys')"
                        + " AND NOT (user IN ('root', 'trueup') AND host = '127.0.0.1'))"
                        + " DO EXECUTE IMMEDIATE CONCAT('DROP USER ', QUOTE(a.user), '@', QUOTE(a.host)); END FOR; END;",
                // owns the system's views, is locked, and comes without a password
                "ALTER USER IF EXISTS 'mariadb.sys'@'localhost' IDENTIFIED BY '%s' ACCOUNT LOCK;"
                        .formatted(randomPassword()),
                account(ADMINISTRATOR, administrator),
                "GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;",
                "DROP DATABASE IF EXISTS test;",
                "CREATE DATABASE IF NOT EXISTS trueup CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;",
                account(PROGRAM, program),
                "GRANT ALL PRIVILEGES ON trueup.* TO 'trueup'@'127.0.0.1';",
                "");
    }

    private static String account(String user, String password) {
        return "CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';\nALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';"
                .formatted(user, password);
    }

    private static String randomPassword() {
        byte[] bits = new byte[24];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
