/**
 * How the server says over HTTP that something cannot be done: RFC 9457 problem details that name the field at fault and say
 * what to do. Every other package of the server throws {@link org.trueup.server.problem.Refusal}; nothing here knows what
 * they do, and no stack trace ever leaves.
 */
@NullMarked
package org.trueup.server.problem;

import org.jspecify.annotations.NullMarked;
