package org.trueup.server.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * People who sign in with an OpenID provider. The provider says who somebody is, by e-mail address or user name; what they may
 * do is said here, where a person of that name has roles.
 */
@Component
class SignedInElsewhere implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final OidcUserService provider = new OidcUserService();
    private final People people;

    SignedInElsewhere(People people) {
        this.people = people;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        String name = user.getEmail() == null || !Boolean.TRUE.equals(user.getEmailVerified())
                ? user.getPreferredUsername()
                : user.getEmail();
        return people.find(name == null ? "" : name)
                .filter(person -> !person.disabled())
                .map(person -> new KnownUser(user, person.caller()))
                .orElseThrow(() -> new OAuth2AuthenticationException(
                        new OAuth2Error("access_denied", "The administrator has to add you first.", null)));
    }

    /** A person whom both the provider and the store know. */
    static final class KnownUser extends DefaultOidcUser implements Known {
        private static final long serialVersionUID = 1L;

        private final transient Caller caller;

        KnownUser(OidcUser user, Caller caller) {
            super(authorities(caller), user.getIdToken(), user.getUserInfo());
            this.caller = caller;
        }

        private static List<? extends GrantedAuthority> authorities(Caller caller) {
            return SignedIn.authorities(caller);
        }

        @Override
        public Caller caller() {
            return caller;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
