package org.trueup.rules.fact;

import java.util.Comparator;

/**
 * The order of ids everywhere: by their UTF-8 bytes. {@link String#compareTo} orders by UTF-16 units, which puts
 * characters beyond the basic plane before some that are below them.
 */
public final class Utf8Order {
    /** Compares two strings as their UTF-8 bytes would compare. */
    public static final Comparator<String> UTF8 = Utf8Order::compare;

    private Utf8Order() {}

    private static int compare(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean aBeyond = Character.isSurrogate(a);
                boolean bBeyond = Character.isSurrogate(b);
                return aBeyond == bBeyond ? Character.compare(a, b) : (aBeyond ? 1 : -1);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
