package org.trueup.rules.counting;

import java.util.List;

/**
 * What a tenant could reclaim (A14).
 *
 * @param mergeable names of persons with several counted identities
 * @param freedByMerging licences that merging them all would free, at least 0
 * @param deletable names of untracked or former users whose history keeps an identity counted
 * @param freedByDeleting licences that deleting those histories would free, at least 0
 */
public record Reclaimable(List<String> mergeable, int freedByMerging, List<String> deletable, int freedByDeleting) {}
