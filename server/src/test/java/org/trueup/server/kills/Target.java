package org.trueup.server.kills;

/** What is killed. */
enum Target {
    PROGRAM,
    DATABASE,
    BOTH;

    boolean hitsProgram() {
        return this != DATABASE;
    }

    boolean hitsDatabase() {
        return this != PROGRAM;
    }
}
