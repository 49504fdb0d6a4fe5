package org.trueup.rules.cure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/**
 * What is to be cured, and when it is.
 *
 * @param finding none means the status
 */
record Target(@Nullable Finding finding) {
    /** The status above AT_LIMIT. */
    static final Target STATUS = new Target(null);

    /** Numbers that stand alone, and the plurals that follow from them; dates and months stay. */
    private static final Pattern CHANGES_WITH_NUMBERS = Pattern.compile("(?<![\\d.-])\\d+(\\.\\d+)?(?![\\d-])|s\\b");

    static boolean tooHigh(Position position) {
        return position.status().aboveLimit();
    }

    String code() {
        return finding == null ? "" : finding.code();
    }

    /** Whether it is gone, and nothing else has become worse. */
    boolean curedBetween(Assessment before, Assessment after) {
        Position then = after.position();
        if (then == null) {
            return false;
        }
        Position now = before.position();
        // what could not be decided at all may turn out to have more to cure
        if (now != null
                && (worse(now.status(), then.status())
                        || buysBeyondTheCap(now, then, after)
                        || hasNewViolation(before, after))) {
            return false;
        }
        return finding == null ? !tooHigh(then) : isGone(finding, before, after);
    }

    private static boolean worse(Status before, Status after) {
        return after.aboveLimit() && after.compareTo(before) > 0;
    }

    /** Nobody sells more than the plan takes, also where it was bought already. */
    private static boolean buysBeyondTheCap(Position before, Position after, Assessment answer) {
        Integer held = before.licensed().count();
        Integer licences = after.licensed().count();
        return held != null
                && licences != null
                && licences > held
                && answer.findings().stream().anyMatch(each -> each.code().equals(FindingCode.ABOVE_PLAN_CAP.name()));
    }

    private static boolean hasNewViolation(Assessment before, Assessment after) {
        for (Finding each : after.findings()) {
            if (each.severity() == Severity.VIOLATION
                    && like(each, after).size() > like(each, before).size()) {
                return true;
            }
        }
        return false;
    }

    /** A code may be found several times, for months or add-ons: fewer of it, and not this one in other numbers. */
    private static boolean isGone(Finding finding, Assessment before, Assessment after) {
        List<Finding> left = like(finding, after);
        if (left.isEmpty() || left.size() >= like(finding, before).size()) {
            return left.isEmpty();
        }
        String subject = subject(finding);
        return left.stream().map(Target::subject).noneMatch(subject::equals);
    }

    private static List<Finding> like(Finding finding, Assessment assessment) {
        List<Finding> alike = new ArrayList<>(2);
        for (Finding each : assessment.findings()) {
            if (each.code().equals(finding.code()) && each.severity() == finding.severity()) {
                alike.add(each);
            }
        }
        return alike;
    }

    private static String subject(Finding finding) {
        return CHANGES_WITH_NUMBERS.matcher(finding.message()).replaceAll("");
    }
}
