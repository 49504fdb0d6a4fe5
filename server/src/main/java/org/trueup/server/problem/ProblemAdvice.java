package org.trueup.server.problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import org.trueup.batch.store.LostDatabase;

/** Makes problem details of whatever a request ends in. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return problem(refusal.status(), refusal.field(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail mistyped(MethodArgumentTypeMismatchException mistyped) {
        return problem(
                HttpStatus.BAD_REQUEST,
                mistyped.getName(),
                "The parameter %s cannot be read: \"%s\".".formatted(mistyped.getName(), mistyped.getValue()));
    }

    /** Security answers these itself. */
    @ExceptionHandler
    void denied(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    @Nullable
    ProblemDetail failed(Exception failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            // whoever asked is gone, as people are who click on
            return null;
        }
        if (LostDatabase.caused(failure)) {
            LOG.warn("A request failed, since the database does not answer: {}", failure.getMessage());
            return problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    null,
                    "The database does not answer at the moment; ask again in a minute.");
        }
        LOG.error("A request failed", failure);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                null,
                "The server could not do this; nothing was stored. The operator finds the reason in the log.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String field = BodyFault.field(unreadable);
        String sentence = field == null
                ? "The body cannot be read."
                : "The body cannot be read: %s is not what belongs there.".formatted(field);
        return handleExceptionInternal(unreadable, problem(status, field, sentence), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String name = missing.getParameterName();
        return handleExceptionInternal(
                missing, problem(status, name, "The parameter " + name + " is missing."), headers, status, request);
    }

    private static ProblemDetail problem(HttpStatusCode status, @Nullable String field, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }
}
