package org.trueup.server.runs;

/** A setting with which the server cannot start, in one sentence for people. */
final class WrongSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongSetting(String setting, String value, String what) {
        super("The setting %s is \"%s\", which is not %s; correct it in application.yaml or in the environment."
                .formatted(setting, value, what));
    }
}
