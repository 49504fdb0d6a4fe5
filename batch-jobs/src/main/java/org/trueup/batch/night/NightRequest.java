package org.trueup.batch.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;

/**
 * Which night to run.
 *
 * @param reports the folder under which the date's folder is written
 * @param vendor only this vendor's tenants; none means all
 * @param secondsBefore what phases before the night took, in their order; told with the night's own
 */
public record NightRequest(
        LocalDate asOf, Path reports, @Nullable Vendor vendor, Map<String, Double> secondsBefore) {}
