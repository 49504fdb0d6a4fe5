package org.trueup.rules.cure;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Finding;

/**
 * The ways back of one tenant.
 *
 * @param status none where the status is not to be cured
 * @param findings only of those that are to be cured or that go with the status
 */
public record TenantWaysBack(@Nullable WayBack status, Map<Finding, WayBack> findings) {}
