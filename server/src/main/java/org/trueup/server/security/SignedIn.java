package org.trueup.server.security;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A person of the store as Spring Security sees one. */
final class SignedIn extends User implements Known {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    /** @param password the hash; none for who has none here */
    SignedIn(Caller caller, @Nullable String password, boolean enabled) {
        super(
                caller.name(),
                password == null ? "" : password,
                enabled,
                true,
                true,
                true,
                caller.roles().stream()
                        .map(role -> new SimpleGrantedAuthority(role.authority()))
                        .toList());
        this.caller = caller;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    /** Two are the same by name, as Spring Security has it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** Authorities are roles; used where a token allows only some of them. */
    static List<SimpleGrantedAuthority> authorities(Caller caller) {
        return caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }
}
