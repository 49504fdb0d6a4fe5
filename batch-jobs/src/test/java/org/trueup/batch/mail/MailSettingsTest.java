package org.trueup.batch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class MailSettingsTest {

    private static MailSettings of(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return MailSettings.of(environment);
    }

    @Test
    void withoutAServerNoMailIsWanted() {
        assertThat(of(Map.of("trueup.mail.from", "t@example.com")).wanted()).isFalse();
        assertThat(of(Map.of("spring.mail.host", " ")).wanted()).isFalse();
    }

    @Test
    void theUserNameIsTheSenderWhereItIsAnAddress() {
        MailSettings settings = of(Map.of("spring.mail.host", "mail", "spring.mail.username", "t@example.com"));
        assertThat(settings.problem()).isNull();
        assertThat(settings.from()).isEqualTo("t@example.com");
        assertThat(settings.attachUpTo()).isEqualTo(10L * 1024 * 1024);
    }

    @Test
    void whatIsWrongIsToldWithTheSettingToChange() {
        assertThat(of(Map.of("spring.mail.host", "mail")).problem())
                .isEqualTo("there is no sender: set trueup.mail.from to an address");
        assertThat(of(Map.of("spring.mail.host", "mail", "spring.mail.username", "login"))
                        .problem())
                .isEqualTo("the sender \"login\" cannot be used: set trueup.mail.from to an address");
        assertThat(of(Map.of("trueup.mail.from", "t@example.com", "trueup.mail.reply-to", "nobody"))
                        .problem())
                .isEqualTo("trueup.mail.reply-to is \"nobody\": write an address");
        assertThat(of(Map.of("trueup.mail.from", "t@example.com", "trueup.mail.attach-up-to", "some"))
                        .problem())
                .isEqualTo("trueup.mail.attach-up-to is \"some\": write a size such as 10MB");
    }
}
