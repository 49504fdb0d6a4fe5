package org.trueup.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of who was shut out or may do something else since they signed in: what an administrator changes holds at
 * the next click. Tokens are looked up each time anyway.
 */
final class SessionCheck extends OncePerRequestFilter {
    private final People people;

    SessionCheck(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof Known known && !asBefore(known.caller())) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean asBefore(Caller caller) {
        return people.find(caller.name())
                .filter(person -> !person.disabled())
                .filter(person -> person.caller().equals(caller))
                .isPresent();
    }

    /** Files of ours are for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || path.startsWith("/assets/")
                || path.startsWith("/webjars/");
    }
}
