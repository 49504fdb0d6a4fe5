package org.trueup.batch.night;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.outcome.CountedUser;

/** Reads some of a tenant's users, who may be a million: they are kept some thousands a row, all rows but the last full. */
final class StoredUsers {
    private final JdbcClient sql;

    StoredUsers(JdbcClient sql) {
        this.sql = sql;
    }

    long count(int run, int tenant) {
        Integer last = sql.sql("SELECT MAX(part) FROM counted_users WHERE run_id = ? AND tenant_no = ?")
                .params(run, tenant)
                .query(Integer.class)
                .optional()
                .orElse(null);
        return last == null
                ? 0
                : (last - 1L) * PackedUsers.A_PART + part(run, tenant, last).size();
    }

    /** @param from 0 is the first */
    List<CountedUser> read(int run, int tenant, long from, int most) {
        int first = Math.toIntExact(from / PackedUsers.A_PART) + 1;
        int last = Math.toIntExact((from + most - 1) / PackedUsers.A_PART) + 1;
        List<CountedUser> users = new ArrayList<>();
        IntStream.rangeClosed(first, last).forEach(part -> users.addAll(part(run, tenant, part)));
        int start = Math.min(users.size(), Math.toIntExact(from - (first - 1L) * PackedUsers.A_PART));
        return List.copyOf(users.subList(start, Math.min(users.size(), start + most)));
    }

    private List<CountedUser> part(int run, int tenant, int part) {
        return sql.sql("SELECT users FROM counted_users WHERE run_id = ? AND tenant_no = ? AND part = ?")
                .params(run, tenant, part)
                .query(String.class)
                .optional()
                .map(PackedUsers::unpack)
                .orElse(List.of());
    }
}
