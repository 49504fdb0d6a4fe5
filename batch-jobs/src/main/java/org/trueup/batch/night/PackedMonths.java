package org.trueup.batch.night;

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
        return Packed.lines(packed).stream()
                .map(fields -> new MonthUse(
                        fields.get(0),
                        new Month(Integer.parseInt(fields.get(1))),
                        Metric.ofCode(fields.get(2)).orElseThrow(),
                        Integer.parseInt(fields.get(3)),
                        number(fields.get(4)),
                        number(fields.get(5)),
                        number(fields.get(6))))
                .toList();
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : (Integer) Integer.parseInt(text);
    }
}
