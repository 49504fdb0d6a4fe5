package org.trueup.server.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;

/** Where in a body something stands that cannot be read. */
final class BodyFault {
    private BodyFault() {}

    /** The field by its JSON path, for example {@code [2].cell}; none where the body is no JSON at all. */
    static @Nullable String field(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof JacksonException json)) {
            return null;
        }
        List<JacksonException.Reference> path = json.getPath();
        StringBuilder field = new StringBuilder();
        for (JacksonException.Reference step : path) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.isEmpty() ? null : field.toString();
    }
}
