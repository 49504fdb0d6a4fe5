package org.trueup.batch.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mariadb.jdbc.Configuration;

/**
 * The JDBC URL of a MariaDB. What the user wrote in it stays; parameters are added where the store needs them.
 *
 * @param text begins with {@code jdbc:mariadb:}; may hold a password, so it is never shown
 */
record DatabaseUrl(String text) {
    private static final String EXAMPLE = "jdbc:mariadb://HOST:3306/DATABASE?user=USER&password=PASSWORD";

    static DatabaseUrl of(String text) {
        if (!text.startsWith("jdbc:mariadb:")) {
            throw new StoreException(
                    "The database URL does not begin with jdbc:mariadb: — write it as %s.".formatted(EXAMPLE));
        }
        DatabaseUrl url = new DatabaseUrl(text);
        try {
            if (!Configuration.acceptsUrl(text) || url.parsed().addresses().isEmpty()) {
                throw new IllegalArgumentException("no host");
            }
        } catch (SQLException | IllegalArgumentException e) {
            throw new StoreException("The database URL cannot be read: write it as %s.".formatted(EXAMPLE), e);
        }
        return url;
    }

    /** Sets a parameter, whatever the URL says about it. */
    DatabaseUrl with(String parameter, String value) {
        int query = text.indexOf('?');
        List<String> parts = new ArrayList<>(
                query < 0 ? List.of() : List.of(text.substring(query + 1).split("&")));
        parts.removeIf(part -> part.isEmpty() || names(part, parameter));
        parts.add(parameter + "=" + value);
        return new DatabaseUrl((query < 0 ? text : text.substring(0, query)) + "?" + String.join("&", parts));
    }

    /** Sets a parameter about which the URL says nothing. */
    DatabaseUrl withDefault(String parameter, String value) {
        int query = text.indexOf('?');
        boolean said = query >= 0
                && Arrays.stream(text.substring(query + 1).split("&")).anyMatch(part -> names(part, parameter));
        return said ? this : with(parameter, value);
    }

    private static boolean names(String part, String parameter) {
        return part.toLowerCase(Locale.ROOT).startsWith(parameter.toLowerCase(Locale.ROOT) + "=");
    }

    /** Host and port, for people. */
    String server() {
        var address = configuration().addresses().get(0);
        return address.host + ":" + address.port;
    }

    /** The database's name, empty when the URL has none. */
    String database() {
        String name = configuration().database();
        return name == null ? "" : name;
    }

    /** The user's name, empty when the URL has none. */
    String user() {
        String name = configuration().user();
        return name == null ? "" : name;
    }

    private Configuration configuration() {
        try {
            return parsed();
        } catch (SQLException e) {
            throw new IllegalStateException("was read before", e);
        }
    }

    private Configuration parsed() throws SQLException {
        return Configuration.parse(text);
    }

    /** Without the text, which may hold a password. */
    @Override
    public String toString() {
        return database() + " at " + server();
    }
}
