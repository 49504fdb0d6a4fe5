/**
 * Who does which range of a night: requests for ranges and claims to them, in the store, so that threads of one program and
 * programs on many machines take them alike, without a broker. A request is held by a transaction that stays open while the
 * range is done, and a claim is asked in each transaction that writes. Called by the night, which asks for ranges, and by
 * workers; knows nothing of tenants, facts or rules.
 */
@NullMarked
package org.trueup.batch.range;

import org.jspecify.annotations.NullMarked;
