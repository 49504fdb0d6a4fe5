package org.trueup.server.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How requests are let in: a session for pages, a token for programs, and the table of routes for both. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Nothing comes from elsewhere, nothing runs that is not a file of ours; htmx and charts set styles of their own. */
    private static final String CONTENT_SECURITY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final RequestMatcher API = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/api/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/v3/**"));

    @Bean
    PasswordEncoder passwords() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    UserDetailsService signingIn(People people) {
        return name -> people.find(name)
                .map(person -> new SignedIn(person.caller(), person.password(), !person.disabled()))
                .orElseThrow(() -> new UsernameNotFoundException("nobody of that name"));
    }

    @Bean
    SecurityFilterChain requests(
            HttpSecurity http,
            Tokens tokens,
            People people,
            LoginLimit loginLimit,
            SignedInElsewhere elsewhere,
            ObjectProvider<ClientRegistrationRepository> elsewhereAt) {
        http.authorizeHttpRequests(requests -> {
            requests.requestMatchers(
                            HttpMethod.GET,
                            "/actuator/health/**",
                            "/login",
                            "/webjars/**",
                            "/assets/**",
                            "/favicon.ico")
                    .permitAll();
            requests.requestMatchers("/error").permitAll();
            for (Routes.Route route : Routes.all()) {
                requests.requestMatchers(route.method(), route.pattern())
                        .hasAnyRole(route.roles().stream().map(Role::name).toArray(String[]::new));
            }
            requests.anyRequest().denyAll();
        });
        http.formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/").permitAll());
        http.logout(logout -> logout.logoutSuccessUrl("/login?out")
                .defaultLogoutSuccessHandlerFor(new HttpStatusReturningLogoutSuccessHandler(), API));
        if (elsewhereAt.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .defaultSuccessUrl("/")
                    .userInfoEndpoint(info -> info.oidcUserService(elsewhere)));
        }
        http.addFilterBefore(loginLimit, UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(new TokenFilter(tokens), UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(new SessionCheck(people), AnonymousAuthenticationFilter.class);
        // a page of another site cannot make a browser send a token
        http.csrf(csrf ->
                csrf.spa().ignoringRequestMatchers(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null));
        http.exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(unauthorized(), API)
                .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), request -> !API.matches(request))
                .defaultAccessDeniedHandlerFor(new ForbiddenProblem(), API)
                .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), request -> !API.matches(request)));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }

    private static AuthenticationEntryPoint unauthorized() {
        return (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            ForbiddenProblem.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Sign in, or send a token of your own as Authorization: Bearer …; it may have expired.");
        };
    }
}
