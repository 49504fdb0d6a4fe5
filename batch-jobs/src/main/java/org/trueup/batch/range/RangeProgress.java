package org.trueup.batch.range;

/** Hears how far a run is, whoever does its ranges. */
@FunctionalInterface
public interface RangeProgress {
    /** @param tenants that the owners of its ranges have decided since the run was begun or gone on with */
    void reached(int run, long tenants);
}
