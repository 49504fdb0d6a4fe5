package org.trueup.server.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.trueup.server.problem.Refusal;

/** The people of the store. */
@Component
public class People {
    private static final int SHORTEST_PASSWORD = 12;
    private static final String READ =
            "SELECT p.person_id, p.name, p.password, p.account_manager, p.tenant_id, p.disabled,"
                    + " GROUP_CONCAT(r.role ORDER BY r.role) AS roles FROM person p LEFT JOIN person_role r USING (person_id)";

    private final JdbcClient sql;
    private final PasswordEncoder passwords;
    private final RecentCallers recent;

    People(JdbcClient sql, PasswordEncoder passwords, RecentCallers recent) {
        this.sql = sql;
        this.passwords = passwords;
        this.recent = recent;
    }

    /**
     * One of them.
     *
     * @param password its hash; none for who signs in elsewhere
     */
    public record Person(
            int number, Caller caller, @Nullable String password, boolean disabled) {}

    /** What to keep of a new person. */
    public record Draft(
            String name,
            @Nullable String password,
            Set<Role> roles,
            @Nullable String accountManager,
            @Nullable String tenantId) {}

    public boolean anybody() {
        return sql.sql("SELECT COUNT(*) FROM person").query(Long.class).single() > 0;
    }

    /** By name. */
    public List<Person> all() {
        return sql.sql(READ + " GROUP BY p.person_id ORDER BY p.name_key")
                .query(People::read)
                .list();
    }

    public Optional<Person> find(String name) {
        return sql.sql(READ + " WHERE p.name_key = ? GROUP BY p.person_id")
                .param(key(name))
                .query(People::read)
                .optional();
    }

    /** Adds a person, who may sign in at once. */
    @Transactional
    public Person add(Draft draft) {
        check(draft);
        GeneratedKeyHolder number = new GeneratedKeyHolder();
        try {
            sql.sql("INSERT INTO person (name, name_key, password, account_manager, tenant_id, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP())")
                    .param(draft.name().strip())
                    .param(key(draft.name()))
                    .param(draft.password() == null ? null : passwords.encode(draft.password()))
                    .param(draft.accountManager())
                    .param(draft.tenantId())
                    .update(number, "person_id");
        } catch (DuplicateKeyException taken) {
            throw Refusal.of(
                    "name",
                    "There is a person of the name \"%s\" already; choose another name.".formatted(draft.name()));
        }
        giveRoles(number.getKey() == null ? 0 : number.getKey().intValue(), draft.roles());
        return find(draft.name()).orElseThrow();
    }

    /** Changes what a person may do; a password is left as it is where none is given. */
    @Transactional
    public void change(int number, Draft draft, boolean disabled) {
        if (draft.roles().isEmpty()) {
            throw Refusal.of("roles", "A person has at least one role.");
        }
        sql.sql("UPDATE person SET account_manager = ?, tenant_id = ?, disabled = ?, password = COALESCE(?, password)"
                        + " WHERE person_id = ?")
                .param(draft.accountManager())
                .param(draft.tenantId())
                .param(disabled)
                .param(draft.password() == null ? null : passwords.encode(checked(draft.password())))
                .param(number)
                .update();
        sql.sql("DELETE FROM person_role WHERE person_id = ?").param(number).update();
        giveRoles(number, draft.roles());
        afterCommit(recent::forget);
    }

    /** Sooner, somebody could remember again what is about to change. */
    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /** Changes a person's password, once the person has named the one that counts until now. */
    @Transactional
    public void changePassword(Person person, String current, String next) {
        if (person.password() == null || !passwords.matches(current, person.password())) {
            throw Refusal.of("current", "That is not your current password; type it again.");
        }
        sql.sql("UPDATE person SET password = ? WHERE person_id = ?")
                .param(passwords.encode(checked(next)))
                .param(person.number())
                .update();
    }

    private void giveRoles(int number, Set<Role> roles) {
        roles.forEach(role -> sql.sql("INSERT INTO person_role (person_id, role) VALUES (?, ?)")
                .param(number)
                .param(role.name())
                .update());
    }

    private static void check(Draft draft) {
        if (draft.name().isBlank()) {
            throw Refusal.of("name", "A person needs a name to sign in by.");
        }
        if (draft.roles().isEmpty()) {
            throw Refusal.of("roles", "A person has at least one role.");
        }
        if (draft.roles().contains(Role.TENANT_ADMINISTRATOR) && draft.tenantId() == null) {
            throw Refusal.of("tenant_id", "A tenant administrator needs the id of the tenant.");
        }
        if (draft.roles().contains(Role.ACCOUNT_MANAGER) && draft.accountManager() == null) {
            throw Refusal.of("account_manager", "An account manager needs the name that the tenants stand under.");
        }
        if (draft.password() != null) {
            checked(draft.password());
        }
    }

    private static String checked(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw Refusal.of("password", "A password has at least " + SHORTEST_PASSWORD + " characters.");
        }
        return password;
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        String roles = row.getString("roles");
        Set<Role> set = roles == null || roles.isEmpty()
                ? EnumSet.noneOf(Role.class)
                : List.of(roles.split(",")).stream().map(Role::valueOf).collect(Collectors.toSet());
        return new Person(
                row.getInt("person_id"),
                new Caller(row.getString("name"), set, row.getString("account_manager"), row.getString("tenant_id")),
                row.getString("password"),
                row.getBoolean("disabled"));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
