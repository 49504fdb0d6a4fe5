package org.trueup.server.run;

/** Says that a folder holds no store to ask. */
final class NoStore extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoStore(String sentence) {
        super(sentence + " A night, a server or a publication makes one.");
    }
}
