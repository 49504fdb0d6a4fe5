package org.trueup.batch.store;

/** The account of the operating system that runs this program, for whoever reads later who did something. */
public final class ProgramUser {
    private static final int LONGEST = 190;

    private ProgramUser() {}

    /** Its name, at most 190 characters; a question mark where nobody knows it. */
    public static String name() {
        String user = System.getProperty("user.name", "?");
        return user.substring(0, Math.min(user.length(), LONGEST));
    }
}
