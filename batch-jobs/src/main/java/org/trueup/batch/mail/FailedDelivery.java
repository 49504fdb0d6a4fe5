package org.trueup.batch.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Tells what a failure to send means: whether the mail is refused for good, and whether others would fare better. */
final class FailedDelivery {
    private static final int PERMANENT = 500;
    private static final int TEMPORARY = 400;
    private static final int CLOSING = 421;
    /** What servers answer before they know who asks: nothing about the recipient. */
    private static final List<Integer> SIGN_IN_FIRST = List.of(530, 534, 535, 538);

    private FailedDelivery() {}

    /** @param handedOver whether the server had the whole message when it failed */
    static Delivery of(MailException failure, boolean handedOver) {
        List<Throwable> causes = causes(failure);
        SMTPAddressFailedException address = first(causes, SMTPAddressFailedException.class);
        if (address != null) {
            return answered(address.getReturnCode(), address.getMessage(), handedOver);
        }
        SMTPSenderFailedException sender = first(causes, SMTPSenderFailedException.class);
        if (sender != null) {
            return new Delivery.Later("the mail server does not take this sender: " + words(sender), true);
        }
        SMTPSendFailedException answer = first(causes, SMTPSendFailedException.class);
        if (answer != null) {
            boolean aboutUs = answer.getCommand() != null && answer.getCommand().startsWith("MAIL");
            return aboutUs
                    ? new Delivery.Later("the mail server said: " + words(answer), true)
                    : answered(answer.getReturnCode(), answer.getMessage(), handedOver);
        }
        if (first(causes, AuthenticationFailedException.class) != null) {
            return new Delivery.Later("the mail server did not take the user name and password of spring.mail", true);
        }
        String reason = words(causes.get(causes.size() - 1));
        return handedOver
                ? new Delivery.Unconfirmed("the mail server did not answer: " + reason)
                : new Delivery.Later("the mail server cannot be reached: " + reason, true);
    }

    private static Delivery answered(int code, @Nullable String message, boolean handedOver) {
        String words = "the mail server said: " + (message == null ? "" : message.strip());
        if (code < TEMPORARY) {
            return handedOver
                    ? new Delivery.Unconfirmed("the mail server did not answer")
                    : new Delivery.Later("the mail server broke off", true);
        }
        return code < PERMANENT || SIGN_IN_FIRST.contains(code)
                ? new Delivery.Later(words, code == CLOSING || code >= PERMANENT)
                : new Delivery.Refused(words);
    }

    private static String words(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName())
                .strip();
    }

    private static <T extends Throwable> @Nullable T first(List<Throwable> causes, Class<T> type) {
        return causes.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** The failure and what is under it, the last being the deepest. */
    private static List<Throwable> causes(MailException failure) {
        List<Throwable> causes = new ArrayList<>(List.of(failure));
        if (failure instanceof MailSendException several) {
            causes.addAll(Arrays.asList(several.getMessageExceptions()));
        }
        for (int i = 0; i < causes.size(); i++) {
            Throwable each = causes.get(i);
            Throwable next = each instanceof MessagingException messaging ? messaging.getNextException() : null;
            for (Throwable under : Arrays.asList(next, each.getCause())) {
                if (under != null && !causes.contains(under)) {
                    causes.add(under);
                }
            }
        }
        return causes;
    }
}
