package org.trueup.server.policy;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trueup.batch.store.PolicyEvent;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.security.AuditLog;

/** Everything that was ever done to a vendor's policy and its drafts. */
@Component
public class History {
    private static final int MOST_DEEDS = 5_000;

    private final PolicyVersions versions;
    private final AuditLog audit;

    History(PolicyVersions versions, AuditLog audit) {
        this.versions = versions;
        this.audit = audit;
    }

    /**
     * One line of it.
     *
     * @param at in UTC
     * @param who the author of a version, or whoever changed a draft
     * @param approver empty where nobody had to agree
     * @param what for example {@code PUBLISHED} or {@code ADD_DRAFT}
     * @param subject the version or draft, for example {@code 3} or {@code d17}
     */
    public record Event(LocalDateTime at, String what, String subject, String who, String approver, String note) {}

    /**
     * The first first; of the server's own deeds the latest thousands. What a command published stands in the trail alone,
     * which knows seconds; what the server did stands in the audit log too, which knows its order.
     */
    public List<Event> of(Vendor vendor) {
        List<AuditLog.Event> deeds = audit.about(vendor + " ", MOST_DEEDS);
        Map<String, LocalDateTime> moments = deeds.stream()
                .collect(Collectors.toMap(deed -> name(vendor, deed), AuditLog.Event::at, (last, earlier) -> last));
        Stream<Event> published = versions.history(vendor).stream().map(event -> event(event, moments));
        Stream<Event> drafted = deeds.stream()
                .filter(deed -> name(vendor, deed).startsWith("d"))
                .map(deed -> new Event(deed.at(), deed.action(), name(vendor, deed), deed.who(), "", deed.detail()));
        return Stream.concat(published, drafted)
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    private static String name(Vendor vendor, AuditLog.Event deed) {
        return deed.subject().substring(vendor.name().length() + 1);
    }

    private static Event event(PolicyEvent event, Map<String, LocalDateTime> moments) {
        String version = String.valueOf(event.version());
        return new Event(
                moments.getOrDefault(version, event.at()),
                event.action().name(),
                version,
                event.author(),
                event.approver(),
                event.note());
    }
}
