package org.trueup.server.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** Finds what people set in files that is no setting: it would be passed over without a word. */
public final class UnknownSettings {
    private static final String PREFIX = "trueup.";
    private static final List<String> KNOWN = List.of(
            "trueup.database",
            "trueup.database-wait",
            "trueup.feeds",
            "trueup.home",
            "trueup.keep.daily-nights",
            "trueup.keep.decisions",
            "trueup.keep.dry-run",
            "trueup.keep.month-ends",
            "trueup.keep.sent-mails",
            "trueup.mail.attach-up-to",
            "trueup.mail.from",
            "trueup.mail.reply-to",
            "trueup.range.tenants-at-least",
            "trueup.reports",
            "trueup.schedule.cron",
            "trueup.schedule.feed",
            "trueup.scratch",
            "trueup.store.impatient");

    private static final Logger LOG = LoggerFactory.getLogger(UnknownSettings.class);

    private UnknownSettings() {}

    /** Warns of each. */
    public static void tell(ConfigurableEnvironment settings) {
        in(settings).forEach(LOG::warn);
    }

    /** A sentence about each, in the order of the files; empty where all is known. */
    static List<String> in(ConfigurableEnvironment settings) {
        List<String> sentences = new ArrayList<>();
        for (PropertySource<?> source : settings.getPropertySources()) {
            if (source instanceof OriginTrackedMapPropertySource file) {
                for (String name : file.getPropertyNames()) {
                    if (name.startsWith(PREFIX) && !isKnown(name)) {
                        sentences.add(sentence(name, file.getOrigin(name)));
                    }
                }
            }
        }
        return sentences;
    }

    /** As Spring Boot reads names: hyphens and capitals make no difference. */
    static boolean isKnown(String name) {
        return KNOWN.stream().anyMatch(known -> plain(known).equals(plain(name)));
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static String sentence(String name, @Nullable Origin origin) {
        String nearest = Spelling.nearest(name, KNOWN);
        return "%s%s is no setting of Trueup and is passed over%s"
                .formatted(where(origin), name, nearest == null ? "." : "; did you mean " + nearest + "?");
    }

    private static String where(@Nullable Origin origin) {
        return origin instanceof TextResourceOrigin text && text.getResource() != null && text.getLocation() != null
                ? "%s, line %d: "
                        .formatted(
                                text.getResource().getFilename(),
                                text.getLocation().getLine() + 1)
                : "";
    }
}
