package org.trueup.server.cli;

/** A port that cannot be listened on; the message is a sentence for people. */
final class PortException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
