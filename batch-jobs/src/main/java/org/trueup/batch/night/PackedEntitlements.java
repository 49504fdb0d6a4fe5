package org.trueup.batch.night;

import java.util.List;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Entitlement;

/** What a tenant is entitled to as one text, kept beside its position (A4, A5). */
final class PackedEntitlements {
    private PackedEntitlements() {}

    static String pack(List<Entitlement> entitlements) {
        Packed packed = new Packed();
        for (Entitlement entitlement : entitlements) {
            String unit = entitlement.unit();
            packed.field(entitlement.name())
                    .field(entitlement.value())
                    .field(unit == null ? "" : unit)
                    .field(entitlement.cell().toString())
                    .end();
        }
        return packed.toString();
    }

    static List<Entitlement> unpack(String packed) {
        return Packed.lines(packed).stream()
                .map(fields -> new Entitlement(
                        fields.get(0),
                        fields.get(1),
                        fields.get(2).isEmpty() ? null : fields.get(2),
                        Cell.parse(fields.get(3))))
                .toList();
    }
}
