/**
 * Who may do what on the server: people and their roles in the store, sessions for pages, tokens for programs, and one table of
 * routes. The other packages ask {@link org.trueup.server.security.Caller} who is calling and which tenants they may see.
 * Passwords and tokens are kept as hashes alone, and whatever changes people, tokens or policies leaves a line in the audit log.
 */
@NullMarked
package org.trueup.server.security;

import org.jspecify.annotations.NullMarked;
