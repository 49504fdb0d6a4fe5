package org.trueup.rules.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Money;

/** What the messages of checks may name in braces: every column that they can ask for, and some more. */
public final class Placeholder {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, Function<CheckedTenant, String>> KNOWN = known();

    private Placeholder() {}

    /** Their names, in small letters. */
    public static List<String> names() {
        return new ArrayList<>(KNOWN.keySet());
    }

    /** The message with what the placeholders stand for; {@code none} where a tenant has nothing of the kind. */
    static String fill(String message, CheckedTenant tenant) {
        return BRACES.matcher(message).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), tenant)));
    }

    private static String value(String name, CheckedTenant tenant) {
        Function<CheckedTenant, String> value = KNOWN.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a check's message names {" + name + "}");
        }
        return value.apply(tenant);
    }

    private static Map<String, Function<CheckedTenant, String>> known() {
        Map<String, Function<CheckedTenant, String>> known = new LinkedHashMap<>();
        known.put("tenant", tenant -> tenant.facts().tenant().name());
        known.put("account manager", tenant -> orNone(tenant.facts().tenant().accountManager()));
        for (Characteristic each : Characteristic.values()) {
            known.put(key(each.title()), tenant -> orNone(each.of(tenant)));
        }
        for (Measure each : Measure.values()) {
            known.put(key(each.title()), each::spoken);
        }
        known.put("licensed", tenant -> tenant.position().licensed().toString());
        known.put("over", tenant -> Integer.toString(tenant.position().shortBy()));
        known.put("term end", Placeholder::termEnd);
        known.put("monthly amount", Placeholder::monthlyAmount);
        known.put("metric", tenant -> tenant.position().metric().code());
        known.put("as of", tenant -> tenant.asOf().toString());
        return known;
    }

    private static String key(String title) {
        return title.toLowerCase(Locale.ROOT);
    }

    private static String orNone(@Nullable String text) {
        return Objects.requireNonNullElse(text, "none");
    }

    private static String termEnd(CheckedTenant tenant) {
        return tenant.subscription().bought() ? tenant.subscription().endsOn().toString() : "none";
    }

    private static String monthlyAmount(CheckedTenant tenant) {
        Money amount = tenant.position().monthlyAmount();
        return amount == null ? "none" : amount.toString();
    }
}
