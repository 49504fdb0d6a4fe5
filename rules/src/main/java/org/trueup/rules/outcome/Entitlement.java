package org.trueup.rules.outcome;

import org.jspecify.annotations.Nullable;

/**
 * Something that a tenant is entitled to by its plan, its support plan or an add-on (A4, A5).
 *
 * @param name for example {@code Data history}
 * @param value a number or words, as the sheet says it; {@code unlimited} where there is no limit
 * @param unit what the value is a number of; none for words
 * @param cell the row that grants it
 */
public record Entitlement(
        String name, String value, @Nullable String unit, Cell cell) {}
