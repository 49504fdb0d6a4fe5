package org.trueup.server.run;

/** Says in one sentence which setting is missing for mail to be sent. */
public final class NoMailServer extends RuntimeException {

    public NoMailServer() {
        super(
                "No mail server is named: set spring.mail.host and trueup.mail.from in application.yaml in the folder where"
                        + " this command is run, or SPRING_MAIL_HOST and TRUEUP_MAIL_FROM in the environment.");
    }
}
