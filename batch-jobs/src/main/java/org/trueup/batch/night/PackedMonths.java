package org.trueup.batch.night;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Month;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.MonthUse;

/** A tenant's months as one text, kept beside its position. */
final class PackedMonths {
    private PackedMonths() {}

    static String pack(List<MonthUse> months) {
        Packed packed = new Packed();
        for (MonthUse month : months) {
            packed.field(month.subscriptionId())
                    .field(month.month().number())
                    .field(month.metric().code())
                    .field(month.consumed())
                    .field(text(month.cumulative()))
                    .field(text(month.remaining()))
                    .field(text(month.overage()))
                    .end();
        }
        return packed.toString();
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    static List<MonthUse> unpack(String packed) {
        List<MonthUse> months = new ArrayList<>();
        Unpacking in = new Unpacking(packed);
        while (in.more()) {
            months.add(new MonthUse(
                    in.text(),
                    new Month(in.number()),
                    Metric.ofCode(in.text()).orElseThrow(),
                    in.number(),
                    in.numberOrNone(),
                    in.numberOrNone(),
                    in.numberOrNone()));
            in.lineEnds();
        }
        return months;
    }
}
