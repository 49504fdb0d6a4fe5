package org.trueup.rules.fact;

import java.util.regex.Pattern;

/**
 * The name of a software vendor, as feeds and policy workbooks use it: {@code a-z}, {@code 0-9} and {@code -}.
 *
 * @param name for example {@code plecto}
 */
public record Vendor(String name) implements Comparable<Vendor> {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");

    public Vendor {
        if (!isName(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is not a vendor's name (a-z, 0-9 and -, at most 60)");
        }
    }

    /** Says whether a text can name a vendor. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    @Override
    public int compareTo(Vendor other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
