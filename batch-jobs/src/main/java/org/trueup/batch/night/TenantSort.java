package org.trueup.batch.night;

/** By what tenants can be sorted; those that are the same in it stand by id. */
public enum TenantSort {
    TENANT_ID("t.tenant_id"),
    TENANT_NAME("a.tenant_name"),
    VENDOR("a.vendor"),
    ACCOUNT_MANAGER("a.account_manager"),
    PLAN("a.plan"),
    USED("a.used"),
    LICENSED("a.licensed"),
    /** Licences that are not covered. */
    SHORT("CASE WHEN a.used > a.licensed THEN a.used - a.licensed ELSE 0 END"),
    /** From good to bad. */
    STATUS("NULLIF(FIELD(a.status, 'COMPLIANT', 'AT_LIMIT', 'WARNING', 'OVERAGE', 'GRACE', 'BLOCKED'), 0)"),
    GRACE_ENDS_ON("a.grace_ends_on"),
    MONTHLY_AMOUNT("a.monthly_amount"),
    TRUE_UP_AMOUNT("a.true_up_amount");

    private final String expression;

    TenantSort(String expression) {
        this.expression = expression;
    }

    /** What is empty comes last either way. */
    String order(boolean descending) {
        String direction = descending ? " DESC" : "";
        return this == TENANT_ID
                ? expression + direction
                : expression + " IS NULL, " + expression + direction + ", t.tenant_id";
    }
}
