package org.trueup.server.decision;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.trueup.server.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads bodies as they are meant, or says which field is not: an unknown field is refused, since a misspelt "licenses" would
 * mean unlimited.
 */
@Component
class Json {
    /** A tenant with some tens of thousands of accounts; larger ones come with the feed. */
    static final int MOST_BYTES = 32 << 20;

    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The bytes of a body, at most {@link #MOST_BYTES}. */
    byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw tooLarge("The body");
        }
        return body;
    }

    static Refusal tooLarge(String what) {
        return Refusal.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "%s is larger than %d MB; send fewer tenants at once.".formatted(what, MOST_BYTES >> 20));
    }

    <T> T read(byte[] body, int from, int length, Class<T> type) {
        try {
            T value = mapper.readValue(body, from, length, type);
            if (value == null) {
                throw Refusal.of(HttpStatus.BAD_REQUEST, "The body is null.");
            }
            return value;
        } catch (JacksonException wrong) {
            throw refusal(wrong);
        }
    }

    <T> List<T> readList(byte[] body, Class<T> type) {
        try {
            return mapper.readerForListOf(type).readValue(body);
        } catch (JacksonException wrong) {
            throw refusal(wrong);
        }
    }

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    byte[] bytes(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /** Whether a body is a list. */
    static boolean isList(byte[] body) {
        for (byte each : body) {
            if (each > ' ') {
                return each == '[';
            }
        }
        return false;
    }

    private static Refusal refusal(JacksonException wrong) {
        String field = path(wrong);
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return Refusal.of(field, "There is no field %s; check its spelling.".formatted(unknown.getPropertyName()));
        }
        if (wrong instanceof MismatchedInputException mistyped) {
            return Refusal.of(
                    field,
                    field.isEmpty()
                            ? "The body is not what is asked for here: a JSON object with the fields that the documentation lists."
                            : "%s is not %s.".formatted(field, wanted(mistyped.getTargetType())));
        }
        TokenStreamLocation at = wrong.getLocation();
        String where = wrong instanceof StreamReadException && at != null
                ? " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr())
                : "";
        return Refusal.of(HttpStatus.BAD_REQUEST, "The body is not JSON%s.".formatted(where));
    }

    private static String path(JacksonException wrong) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference part : wrong.getPath()) {
            if (part.getPropertyName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String wanted(Class<?> type) {
        if (type == Integer.class) {
            return "a whole number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return Number.class.isAssignableFrom(type) ? "a number" : "what is asked for there";
    }
}
