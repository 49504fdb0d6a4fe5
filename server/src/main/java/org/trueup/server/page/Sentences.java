package org.trueup.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What people read where a page cannot be shown: one sentence that says what to do. */
@Component
class Sentences implements ErrorViewResolver {

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return page(status, sentence(status, String.valueOf(model.getOrDefault("message", ""))));
    }

    /** The page that says a sentence. */
    static ModelAndView page(HttpStatus status, String sentence) {
        ModelAndView page = new ModelAndView("error", Map.of("heading", heading(status), "sentence", sentence), status);
        page.setStatus(status);
        return page;
    }

    private static String heading(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Not found";
            case FORBIDDEN -> "Not for you";
            case BAD_REQUEST -> "That cannot be read";
            case CONFLICT -> "Not now";
            case CONTENT_TOO_LARGE -> "Too large";
            case TOO_MANY_REQUESTS -> "Too many tries";
            default -> status.is4xxClientError() ? status.getReasonPhrase() : "Something broke";
        };
    }

    private static String sentence(HttpStatus status, String told) {
        return switch (status) {
            case NOT_FOUND -> "There is no such page; go on from the first one.";
            case FORBIDDEN ->
                "There is no such page, your roles don't allow it, or the form was open for too long; load the page"
                        + " again, or ask an administrator.";
            case TOO_MANY_REQUESTS -> told;
            case CONTENT_TOO_LARGE -> "The file is larger than 20 MB; a policy workbook is far smaller.";
            default ->
                status.is4xxClientError()
                        ? "The request cannot be met (%s); go back and try again."
                                .formatted(status.getReasonPhrase().toLowerCase(Locale.ROOT))
                        : "The server could not do this; nothing was stored. The operator finds the reason in the log.";
        };
    }
}
