package org.trueup.server.problem;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that cannot be met, in one sentence for people that says what to do. */
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final @Nullable String field;

    private Refusal(HttpStatus status, @Nullable String field, String sentence) {
        super(sentence);
        this.status = status;
        this.field = field;
    }

    /** 400: a field of the request, named as its JSON path or parameter, is wrong. */
    public static Refusal of(String field, String sentence) {
        return new Refusal(HttpStatus.BAD_REQUEST, field, sentence);
    }

    /** 404. */
    public static Refusal notFound(String sentence) {
        return new Refusal(HttpStatus.NOT_FOUND, null, sentence);
    }

    /** 403: the caller may not, whatever the request says. */
    public static Refusal forbidden(String sentence) {
        return new Refusal(HttpStatus.FORBIDDEN, null, sentence);
    }

    /** 409: the request does not fit what is there now. */
    public static Refusal conflict(String sentence) {
        return new Refusal(HttpStatus.CONFLICT, null, sentence);
    }

    /** Any other status. */
    public static Refusal of(HttpStatus status, String sentence) {
        return new Refusal(status, null, sentence);
    }

    public HttpStatus status() {
        return status;
    }

    /** The field at fault; none where it is none in particular. */
    public @Nullable String field() {
        return field;
    }
}
