/**
 * The demo feed: a folder of CSV files that looks like what four vendors would send, made from a seed, so that the same
 * arguments give the same bytes on every machine. Random tenants are laid around the as-of date, and the documents' own
 * examples stand among them under speaking ids. Called by the command {@code demo} and by tests. Never reads a feed, asks
 * a clock or knows a rule; the standings it aims for come from counting what it has just made up.
 */
@NullMarked
package org.trueup.server.demo;

import org.jspecify.annotations.NullMarked;
