package org.trueup.rules.cure;

import java.util.List;
import java.util.Optional;

/** A kind of change. */
@FunctionalInterface
interface Family {

    /** The changes of the kind that cure, at most one of each sort; empty while the engine has still to be asked. */
    Optional<List<Cure>> cures(TenantCase tenant, Target target);
}
