package org.trueup.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.Bounds;
import org.trueup.rules.terms.OverLimitConditions;
import org.trueup.rules.terms.OverLimitTerms;

/** A row of Over the limit for tests; what is not said is empty. */
public final class LimitRow {
    private final String book;
    private final int row;
    private @Nullable String plan;
    private @Nullable Term term;
    private @Nullable Boolean nonprofit;
    private Bounds<Integer> licensed = Bounds.any();
    private Bounds<LocalDate> started = Bounds.any();
    private Bounds<Integer> overBy = Bounds.any();
    private Bounds<BigDecimal> percent = Bounds.any();
    private @Nullable Integer days;
    private @Nullable Integer graceDays;
    private @Nullable Status thenStatus;
    private AddingBeyond adding = AddingBeyond.ALLOW;
    private @Nullable String whatHappens;

    private LimitRow(String book, int row) {
        this.book = book;
        this.row = row;
    }

    public static LimitRow row(String book, int row) {
        return new LimitRow(book, row);
    }

    public LimitRow plan(@Nullable String value) {
        plan = value;
        return this;
    }

    public LimitRow term(Term value) {
        term = value;
        return this;
    }

    public LimitRow nonprofit(boolean value) {
        nonprofit = value;
        return this;
    }

    public LimitRow licensed(@Nullable Integer atLeast, @Nullable Integer atMost) {
        licensed = new Bounds<>(atLeast, atMost);
        return this;
    }

    public LimitRow started(@Nullable String from, @Nullable String until) {
        started = new Bounds<>(day(from), day(until));
        return this;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    public LimitRow overBy(@Nullable Integer atLeast) {
        return overBy(atLeast, null);
    }

    public LimitRow overBy(@Nullable Integer atLeast, @Nullable Integer atMost) {
        overBy = new Bounds<>(atLeast, atMost);
        return this;
    }

    public LimitRow percent(@Nullable String atLeast, @Nullable String atMost) {
        percent = new Bounds<>(number(atLeast), number(atMost));
        return this;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    public LimitRow forDays(int value) {
        days = value;
        return this;
    }

    public LimitRow grace(@Nullable Integer length, @Nullable Status then) {
        graceDays = length;
        thenStatus = then;
        return this;
    }

    public LimitRow adding(AddingBeyond value) {
        adding = value;
        return this;
    }

    public LimitRow saying(@Nullable String text) {
        whatHappens = text;
        return this;
    }

    public OverLimitTerms is(Status status) {
        return new OverLimitTerms(
                TestPolicies.row(book, OverLimitTerms.SHEET, row, TestPolicies.OVER_LIMIT),
                new OverLimitConditions(plan, term, nonprofit, licensed, started, overBy, percent, days),
                status,
                graceDays,
                thenStatus,
                adding,
                whatHappens);
    }
}
