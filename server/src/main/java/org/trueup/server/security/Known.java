package org.trueup.server.security;

/** A principal of whom the store knows what it may do. */
interface Known {
    Caller caller();
}
