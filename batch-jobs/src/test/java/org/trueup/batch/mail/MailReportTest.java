package org.trueup.batch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailReportTest {
    private static final MailReport.Held HELD = new MailReport.Held("Ada", "ada@example.com", "550 no");

    @Test
    void nothingToTellIsNoSentence() {
        assertThat(MailReport.NOTHING.sentence()).isEmpty();
        assertThat(MailReport.NOTHING.allWell()).isTrue();
    }

    @Test
    void oneSentenceTellsWhatBecameOfTheMails() {
        assertThat(new MailReport(1, 0, null, List.of(), List.of()).sentence()).isEqualTo("1 mail sent.");
        MailReport report =
                new MailReport(1_200, 3, "the mail server cannot be reached", List.of(HELD), List.of(HELD, HELD));
        assertThat(report.sentence())
                .isEqualTo(
                        "1,200 mails sent; 3 mails wait (the mail server cannot be reached) and are sent by the next night"
                                + " or by trueup mail; 1 mail refused; 2 mails handed over, not confirmed.");
        assertThat(report.allWell()).isFalse();
        assertThat(new MailReport(0, 1, null, List.of(), List.of()).sentence())
                .isEqualTo("1 mail waits and is sent by the next night or by trueup mail.");
    }

    @Test
    void aMailThatDidNotGoIsToldWithWhoAndWhy() {
        assertThat(HELD.words()).isEqualTo("Ada <ada@example.com>: 550 no");
        assertThat(new MailReport.Held("", "x@example.com", null).words()).isEqualTo("<x@example.com>");
    }
}
