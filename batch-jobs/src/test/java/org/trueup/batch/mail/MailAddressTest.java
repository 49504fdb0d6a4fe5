package org.trueup.batch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "ada.lind+licences@mail.example.co.uk",
                "=formula@example.com",
                "-dash@example.com",
                "o'neil@example.com",
                "root@localhost"
            })
    void ordinaryAddressesAreTaken(String address) {
        assertThat(MailAddress.problem(address)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@example.com",
                "ada@",
                "ada@example..com",
                "ada lind@example.com",
                "ada@example.com, bo@example.com",
                "ada@example.com>\r\nDATA",
                "<ada@example.com>",
                "\"ada\"@example.com",
                "ada@bo@example.com"
            })
    void addressesThatCouldBeSeveralOrBreakTheLineAreNot(String address) {
        assertThat(MailAddress.problem(address)).isEqualTo("The address is not one that mail can go to.");
    }

    @Test
    void anAddressWithoutAnAtIsToldSo() {
        assertThat(MailAddress.problem("ada.example.com")).isEqualTo("The address has no @.");
        assertThat(MailAddress.problem("")).isEqualTo("The address has no @.");
    }

    /** The low byte of U+010A is a line feed. */
    @ParameterizedTest
    @ValueSource(strings = {"zoë@example.com", "ada@exämple.com", "ada\u010A@example.com"})
    void lettersBeyondAsciiAreRefusedSinceTheyWouldBeSentAsOthers(String address) {
        assertThat(MailAddress.problem(address)).isEqualTo("The address has characters that are not plain ASCII.");
    }
}
