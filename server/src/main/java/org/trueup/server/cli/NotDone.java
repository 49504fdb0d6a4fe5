package org.trueup.server.cli;

/** Says in one sentence why a command did not do what it was asked to. */
final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotDone(String sentence) {
        super(sentence);
    }
}
