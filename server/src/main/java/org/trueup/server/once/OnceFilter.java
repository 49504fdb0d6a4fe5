package org.trueup.server.once;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.trueup.server.once.AnsweredRequests.Key;
import org.trueup.server.once.AnsweredRequests.Known;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;

/** Answers a post that comes again under the same key as it was answered before. Runs when security has let the caller in. */
@Component
class OnceFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(OnceFilter.class);
    private static final int MOST_BYTES = 32 << 20;
    private static final Pattern KEY = Pattern.compile("[!-~]{1,190}");

    private final AnsweredRequests requests;
    private final HandlerExceptionResolver problems;

    OnceFilter(AnsweredRequests requests, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.requests = requests;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            byte[] body = body(request);
            Key key = new Key(Caller.current().name(), request.getHeader(HEADER));
            byte[] asked = hash(request, body);
            if (requests.begin(key, asked)) {
                answer(key, new KeptBody(request, body), response, chain);
            } else {
                repeat(asked, requests.find(key), response);
            }
        } catch (Refusal | DataAccessException refused) {
            problems.resolveException(request, response, null, refused);
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (!KEY.matcher(request.getHeader(HEADER)).matches()) {
            throw Refusal.of(HEADER, "A key has 1 to 190 visible characters of ASCII, for example a UUID.");
        }
        String type = request.getContentType();
        if (type != null && type.startsWith(MediaType.APPLICATION_NDJSON_VALUE)) {
            throw Refusal.of(HEADER, "A stream takes no key, since its answers are not kept; send the lines again.");
        }
        if (type != null && type.startsWith("multipart/")) {
            throw Refusal.of(
                    HEADER, "A form takes no key; send the file itself as the body, and the rest as parameters.");
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "A request with a key has at most 32 MB.");
        }
        return body;
    }

    private void answer(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, kept);
            done = kept.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value();
        } finally {
            note(key, kept, done);
        }
        kept.copyBodyToResponse();
    }

    /** What was done stays done when it cannot be noted: a repetition is then told that nobody knows the answer any more. */
    private void note(Key key, ContentCachingResponseWrapper kept, boolean done) {
        try {
            if (done) {
                requests.answered(key, kept.getStatus(), kept.getContentType(), kept.getContentAsByteArray());
            } else {
                requests.forget(key);
            }
        } catch (DataAccessException failure) {
            LOG.error("The answer to a request with a key could not be kept", failure);
        }
    }

    private static void repeat(byte[] asked, Optional<Known> known, HttpServletResponse response) throws IOException {
        if (known.isPresent() && !MessageDigest.isEqual(known.get().request(), asked)) {
            throw Refusal.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "This key came with another request before; take a new key for each request.");
        }
        Integer status = known.map(Known::status).orElse(null);
        if (known.isEmpty() || status == null) {
            throw Refusal.conflict(
                    "The first request with this key is still worked on, or its server stopped meanwhile:"
                            + " ask again in a moment, then look what was done before you take a new key.");
        }
        response.setStatus(status);
        response.setContentType(known.get().contentType());
        response.setHeader(REPLAYED, "true");
        response.getOutputStream().write(known.get().answer());
    }

    private static byte[] hash(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String line = request.getRequestURI() + "?" + request.getQueryString() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
