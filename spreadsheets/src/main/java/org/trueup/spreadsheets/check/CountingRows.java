package org.trueup.spreadsheets.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.TrackingGroup;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.terms.AccountProfile;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.GroupCondition;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.analysis.Box;
import org.trueup.spreadsheets.analysis.Choices;
import org.trueup.spreadsheets.analysis.Gap;
import org.trueup.spreadsheets.analysis.Span;

/** The sheet Who counts as the analysis sees it: every axis is a short list, and every account can exist. */
final class CountingRows implements Analysed<CountingTerms, AccountProfile> {
    private static final List<String> AXES = List.of(
            "the metric", "kind", "access", "group", "tracked", "history", "login enabled", "deactivated", "removed");

    private final List<CountingTerms> rows;
    private final Choices<Metric> metrics;
    private final Choices<AccountKind> kinds = new Choices<>(List.of(AccountKind.values()));
    private final Choices<Access> accesses = new Choices<>(List.of(Access.values()));
    private final Choices<GroupCondition> groups = new Choices<>(List.of(GroupCondition.values()));
    private final Choices<Boolean> yesNo = new Choices<>(List.of(false, true));

    /** @param metrics those that the rows are asked for, at least one */
    CountingRows(List<Metric> metrics, List<CountingTerms> rows) {
        this.metrics = new Choices<>(metrics);
        this.rows = rows;
    }

    @Override
    public List<CountingTerms> rows() {
        return rows;
    }

    @Override
    public SheetRow at(CountingTerms row) {
        return row.at();
    }

    @Override
    public String column() {
        return "Licences counted";
    }

    @Override
    public Box whole() {
        List<Span> spans = new ArrayList<>(List.of(metrics.all(), kinds.all(), accesses.all(), groups.all()));
        while (spans.size() < AXES.size()) {
            spans.add(yesNo.all());
        }
        return Box.of(spans);
    }

    @Override
    public Box box(CountingTerms row) {
        return Box.of(List.of(
                metrics.asked(row.metric()),
                kinds.asked(row.kind()),
                accesses.asked(row.access()),
                groups.asked(row.group()),
                yesNo.asked(row.tracked()),
                yesNo.asked(row.history()),
                yesNo.asked(row.loginEnabled()),
                yesNo.asked(row.deactivated()),
                yesNo.asked(row.removed())));
    }

    @Override
    public Optional<AccountProfile> example(Box within) {
        return Optional.of(new AccountProfile(
                metrics.at(within.low(0)),
                kinds.at(within.low(1)),
                accesses.at(within.low(2)),
                within.low(4) == 1,
                within.low(5) == 1,
                group(groups.at(within.low(3))),
                within.low(6) == 1,
                within.low(7) == 1,
                within.low(8) == 1));
    }

    private static @Nullable TrackingGroup group(GroupCondition condition) {
        return Arrays.stream(TrackingGroup.values())
                .filter(condition::fits)
                .findFirst()
                .orElse(null);
    }

    @Override
    public int rank(CountingTerms row, CountingTerms other) {
        return row.rank(other);
    }

    @Override
    public String condition(int axis) {
        return AXES.get(axis);
    }

    @Override
    public boolean takes(CountingTerms row, AccountProfile example) {
        return row.fits(example);
    }

    @Override
    public Map<String, @Nullable Object> answers(CountingTerms row) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("Licences counted", row.licences());
        answers.put("Because", row.because());
        return answers;
    }

    @Override
    public String said(AccountProfile example) {
        List<String> words = List.of(
                example.metric().code(),
                Words.of(example.kind()),
                Words.of(example.access()),
                example.group() == null ? "none" : Words.of(example.group()),
                Words.of(example.tracked()),
                Words.of(example.history()),
                Words.of(example.loginEnabled()),
                Words.of(example.deactivated()),
                Words.of(example.removed()));
        Box whole = whole();
        StringJoiner said = new StringJoiner(", ", "an account with ", "").setEmptyValue("any account");
        for (int axis = 0; axis < AXES.size(); axis++) {
            int here = axis;
            if (rows.stream().map(this::box).anyMatch(box -> box.low(here) > 0 || box.high(here) < whole.high(here))) {
                said.add(AXES.get(axis) + " " + words.get(axis));
            }
        }
        return said.toString();
    }

    /** Everything about the gap: the example adds nothing to it. */
    @Override
    public String about(Gap<AccountProfile> gap) {
        List<String> restricted = new ArrayList<>();
        restricted.add(Words.restricted(
                AXES.get(0),
                new Choices<>(metrics.all(Metric::code)),
                gap.places().get(0)));
        restricted.add(Words.restricted(AXES.get(1), kinds, gap.places().get(1)));
        restricted.add(Words.restricted(AXES.get(2), accesses, gap.places().get(2)));
        restricted.add(Words.restricted(AXES.get(3), groups, gap.places().get(3)));
        for (int axis = 4; axis < AXES.size(); axis++) {
            restricted.add(Words.restricted(
                    AXES.get(axis),
                    new Choices<>(yesNo.all(Words::of)),
                    gap.places().get(axis)));
        }
        String joined = restricted.stream().filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
        return joined.isEmpty() ? "" : "accounts with " + joined;
    }
}
