/** Tests of the life of policies on the server. */
@NullMarked
package org.trueup.server.policy;

import org.jspecify.annotations.NullMarked;
