package org.trueup.rules.fact;

/**
 * The id a vendor gives a tenant. Upper and lower case differ.
 *
 * @param value not empty
 */
public record TenantId(String value) implements Comparable<TenantId> {
    public TenantId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a tenant id is never empty");
        }
    }

    @Override
    public int compareTo(TenantId other) {
        return Utf8Order.UTF8.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
