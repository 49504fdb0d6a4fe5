package org.trueup.server.security;

import org.jspecify.annotations.Nullable;

/** Which tenants somebody may see. */
public sealed interface TenantScope {

    /** Whether a tenant is among them. */
    boolean holds(String tenantId, @Nullable String accountManager);

    record Everyone() implements TenantScope {
        @Override
        public boolean holds(String tenantId, @Nullable String accountManager) {
            return true;
        }
    }

    /** The tenants that stand under a name in the facts. */
    record OfAccountManager(String name) implements TenantScope {
        @Override
        public boolean holds(String tenantId, @Nullable String accountManager) {
            return name.equals(accountManager);
        }
    }

    record One(String id) implements TenantScope {
        @Override
        public boolean holds(String tenantId, @Nullable String accountManager) {
            return id.equals(tenantId);
        }
    }

    record Nobody() implements TenantScope {
        @Override
        public boolean holds(String tenantId, @Nullable String accountManager) {
            return false;
        }
    }
}
