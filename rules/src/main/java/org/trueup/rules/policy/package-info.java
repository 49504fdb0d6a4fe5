/**
 * The policy engine: facts and an as-of date in, an assessment out. The night, the server and the analysts' scenarios
 * all ask this one engine. The rules themselves are the DRL files beside this package. Never reads a file, a table or a
 * clock.
 */
@NullMarked
package org.trueup.rules.policy;

import org.jspecify.annotations.NullMarked;
