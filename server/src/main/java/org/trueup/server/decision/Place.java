package org.trueup.server.decision;

import org.jspecify.annotations.Nullable;
import org.trueup.server.problem.Refusal;

/**
 * Where in a request something stands, for example {@code accounts[3]}; its text is made only when it is wrong.
 *
 * @param within none at the top
 * @param index in a list; below 0 for what is in none
 */
record Place(@Nullable Place within, String name, int index) {
    private static final int IN_NO_LIST = -1;

    static final Place TOP = new Place(null, "", IN_NO_LIST);

    static Place item(int index) {
        return new Place(null, "", index);
    }

    Place at(String list, int place) {
        return new Place(this, list, place);
    }

    Place at(String field) {
        return new Place(this, field, IN_NO_LIST);
    }

    /** What is wrong with a field of this place. */
    Refusal refuse(String field, String sentence) {
        return Refusal.of(at(field).toString(), sentence);
    }

    @Override
    public String toString() {
        String before = within == null ? "" : within.toString();
        String separator = before.isEmpty() || name.isEmpty() ? "" : ".";
        return before + separator + name + (index < 0 ? "" : "[" + index + "]");
    }
}
