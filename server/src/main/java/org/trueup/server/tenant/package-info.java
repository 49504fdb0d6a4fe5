/**
 * Tenants as the last nights saw them, for HTTP and for pages: lists, positions, history, users, months, entitlements and
 * findings. {@link org.trueup.server.tenant.Tenants} is the door; it asks whom the caller may see, tells a tenant of somebody
 * else's like one that is not there, and leaves out what customers never see (L5, L8). Decides nothing and changes nothing.
 */
@NullMarked
package org.trueup.server.tenant;

import org.jspecify.annotations.NullMarked;
