package org.trueup.server.page;

import org.jspecify.annotations.Nullable;

/**
 * Something that was just made or changed, told once.
 *
 * @param secret shown this once; none where there is none
 */
record Made(String name, @Nullable String secret) {}
