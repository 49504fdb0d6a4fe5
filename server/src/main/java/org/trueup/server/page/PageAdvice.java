package org.trueup.server.page;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;
import org.trueup.server.problem.Refusal;

/** Makes pages of what requests for pages end in; programs are told by problem details instead. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        return Sentences.page(refusal.status(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ModelAndView mistyped(MethodArgumentTypeMismatchException mistyped) {
        return Sentences.page(HttpStatus.NOT_FOUND, "There is no such page; go on from the first one.");
    }

    /** Security answers these itself. */
    @ExceptionHandler
    void denied(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView failed(Exception failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        if (failure instanceof ErrorResponse told && told.getStatusCode().is4xxClientError()) {
            return Sentences.page(
                    HttpStatus.valueOf(told.getStatusCode().value()),
                    "The request cannot be read; go back, fill in the form and try again.");
        }
        LOG.error("A page failed", failure);
        return Sentences.page(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The server could not do this; nothing was stored. The operator finds the reason in the log.");
    }
}
