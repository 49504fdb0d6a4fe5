package org.trueup.server.web;

import java.nio.file.Path;
import org.trueup.server.run.StoreChoice;

/**
 * Which server to start.
 *
 * @param port 1 to 65535; 0 takes any that is free
 * @param reports the folder under which nights write their reports
 */
public record ServerChoice(StoreChoice store, int port, Path reports) {}
