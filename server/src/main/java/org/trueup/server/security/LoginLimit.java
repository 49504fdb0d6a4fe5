package org.trueup.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops who guesses passwords: so many failures for a name or from an address, and both wait. */
@Component
class LoginLimit extends OncePerRequestFilter {
    static final int MOST_FAILURES = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Memory stays bounded whatever names somebody tries. */
    private static final int MOST_KEPT = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEPT;
        }
    };

    LoginLimit(Clock clock) {
        this.clock = clock;
    }

    private record Failures(Instant first, int count) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean signsIn = "POST".equals(request.getMethod()) && "/login".equals(request.getServletPath());
        // asking for it reads the body, which is not ours but here
        String name = signsIn ? request.getParameter("username") : null;
        if (signsIn && (tooMany("from " + request.getRemoteAddr()) || name != null && tooMany(key(name)))) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(WINDOW.toSeconds()));
            response.sendError(
                    HttpStatus.TOO_MANY_REQUESTS.value(),
                    "Too many wrong passwords; wait " + WINDOW.toMinutes() + " minutes and try again.");
            return;
        }
        chain.doFilter(request, response);
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        count(key(event.getAuthentication().getName()));
        String address = RequestAddress.current();
        if (!address.isEmpty()) {
            count("from " + address);
        }
    }

    @EventListener
    synchronized void succeeded(AuthenticationSuccessEvent event) {
        failures.remove(key(event.getAuthentication().getName()));
    }

    private synchronized boolean tooMany(String key) {
        Failures known = failures.get(key);
        return known != null && !old(known) && known.count >= MOST_FAILURES;
    }

    private synchronized void count(String key) {
        Failures known = failures.get(key);
        failures.put(
                key,
                known == null || old(known)
                        ? new Failures(clock.instant(), 1)
                        : new Failures(known.first, known.count + 1));
    }

    private boolean old(Failures known) {
        return known.first.plus(WINDOW).isBefore(clock.instant());
    }

    private static String key(String name) {
        return "as " + name.strip().toLowerCase(Locale.ROOT);
    }
}
