/**
 * The feed job: takes a folder of CSV files into the store. Every line is typed and checked with the line at hand and
 * lands in staging tables; only when all files were read and few enough lines were refused does one transaction merge
 * them into the facts, so a feed is loaded whole or not at all and loading it again changes nothing. Called by the
 * command line and the schedule through {@link org.trueup.batch.feed.FeedLoader}. It never decides anything about a
 * tenant and never asks what day it is.
 */
@NullMarked
package org.trueup.batch.feed;

import org.jspecify.annotations.NullMarked;
