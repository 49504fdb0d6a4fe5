package org.trueup.batch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;

/** What people read. */
class MailTextsTest {
    private final ManagerTally tally = new ManagerTally();

    private ManagerText text() {
        return new ManagerText(MadeUpTenant.AS_OF, "Ada Lind", tally);
    }

    private void has(MadeUpTenant... tenants) {
        for (MadeUpTenant tenant : tenants) {
            tally.add(tenant.assessed(), MadeUpTenant.AS_OF);
        }
    }

    @Test
    void anAccountManagerReadsTheThreeMostUrgentTenants() {
        has(
                MadeUpTenant.of("t1", "Calm Ltd").stands(Status.COMPLIANT, 4, null, null),
                MadeUpTenant.of("t2", "Over Ltd").stands(Status.WARNING, 12, null, "20.00"),
                MadeUpTenant.of("t3", "Minimum Ltd")
                        .stands(Status.COMPLIANT, 4, null, null)
                        .violates("BELOW_PLAN_MINIMUM", "3 licences bought, the plan asks for at least 5."),
                MadeUpTenant.of("t4", "Grace Ltd").stands(Status.GRACE, 11, "2026-11-20", "142.50"),
                MadeUpTenant.of("t5", "Blocked Ltd").stands(Status.BLOCKED, 13, "2026-10-20", null));
        assertThat(text().subject()).isEqualTo("Licences on 2026-11-21: 1 blocked, 1 in grace, 2 others to act on");
        assertThat(text().body()).isEqualTo("""
                        Hello Ada Lind,

                        you have 5 tenants on 2026-11-21: 1 blocked, 1 in grace, 2 others to act on.

                        1. Blocked Ltd (Essentials)
                           Access is blocked, grace ended on 2026-11-18.
                           13 of 10 licences used.
                           What to do: Buy 3 more to 2027-09-30.

                        2. Grace Ltd (Essentials)
                           Grace ends on 2026-12-19, 28 days left.
                           11 of 10 licences used, 142.50 USD to true up.
                           What to do: Buy 1 more to 2027-09-30.

                        3. Minimum Ltd (Essentials)
                           Below plan minimum.
                           4 of 10 licences used.
                           What to do: 3 licences bought, the plan asks for at least 5.

                        1 more to act on: see the workbook.
                        """);
    }

    @Test
    void aDayWithNothingToDoIsToldInTheSubject() {
        has(MadeUpTenant.of("t1", "Calm Ltd").stands(Status.COMPLIANT, 4, null, null));
        assertThat(text().subject()).isEqualTo("Licences on 2026-11-21: nothing to act on");
        assertThat(text().body()).isEqualTo("Hello Ada Lind,\n\nyou have 1 tenant on 2026-11-21: nothing to act on.\n");
    }

    @Test
    void tenantsEquallyUrgentStandInTheOrderOfTheirIds() {
        for (String id : List.of("t9", "t3", "t7", "t1", "t5")) {
            has(MadeUpTenant.of(id, id).stands(Status.WARNING, 12, null, null));
        }
        assertThat(tally.mostUrgent())
                .extracting(line -> line.tenant().id().value())
                .containsExactly("t1", "t3", "t5");
    }

    @Test
    void theLastDayOfAGracePeriodIsToldAsToday() {
        has(MadeUpTenant.of("t1", "Last Ltd").stands(Status.GRACE, 11, "2026-10-23", null));
        assertThat(text().body()).contains("Grace ends on 2026-11-21, which is today.");
    }

    @Test
    void namesStayInTheirLineWhateverIsInThem() {
        has(MadeUpTenant.of("t1", "=cmd|' /C calc'!A0\r\nBcc: all@example.com\u2028\u202Eevil")
                .stands(Status.WARNING, 12, null, null));
        assertThat(text().body()).contains("\n1. =cmd|' /C calc'!A0 Bcc: all@example.com evil (Essentials)\n");
        QueuedMail mail = new QueuedMail(
                MailKey.ofNight(MadeUpTenant.AS_OF, "x", "a@example.com"),
                MadeUpTenant.AS_OF,
                MailKind.ACCOUNT_MANAGER,
                "Ada\r\nBcc: x@example.com",
                "ada@example.com\n",
                "Licences\r\nBcc: x@example.com",
                "",
                null);
        assertThat(mail.person()).isEqualTo("Ada Bcc: x@example.com");
        assertThat(mail.subject()).isEqualTo("Licences Bcc: x@example.com");
        assertThat(mail.address()).isEqualTo("ada@example.com");
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        assertThat(OneLine.of("😀".repeat(10), 4)).isEqualTo("😀😀😀…");
        assertThat(OneLine.of("short", 5)).isEqualTo("short");
    }

    @Test
    void administratorsReadHowManyUntilWhenAndWhatToDo() {
        Assessment starts = MadeUpTenant.of("t1", "Acme Ltd")
                .stands(Status.GRACE, 13, "2026-11-21", "142.50")
                .assessed();
        Position position = Objects.requireNonNull(starts.position());
        GraceText text = new GraceText(starts.tenant(), position, Objects.requireNonNull(position.grace()));
        assertThat(text.subject()).isEqualTo("Acme Ltd: 13 of 10 licences in use, grace period until 2026-12-20");
        assertThat(text.body()).isEqualTo("""
                        To the administrators of Acme Ltd

                        13 licences of the plan Essentials are in use, and you have 10: 3 are missing.

                        A grace period of 30 days has begun today, 2026-11-21. Its last day is 2026-12-20. It ends earlier, and all is well, as soon as no more licences are in use than you have.

                        What happens: Access stays until the period ends, then it is blocked.

                        What to do: buy 3 more to 2027-09-30.
                        """);
    }

    @Test
    void administratorsAreToldOnTheFirstDayAloneAndNotInAPilotNorWhereItIsWaived() {
        assertThat(GraceNotices.start(MadeUpTenant.of("t", "t")
                        .stands(Status.GRACE, 13, "2026-11-21", null)
                        .assessed()))
                .isNotNull();
        assertThat(Stream.of(
                                MadeUpTenant.of("t", "t").stands(Status.GRACE, 13, "2026-11-20", null),
                                MadeUpTenant.of("t", "t").stands(Status.WARNING, 13, null, null),
                                MadeUpTenant.of("t", "t").inAPilot().stands(Status.GRACE, 13, "2026-11-21", null),
                                MadeUpTenant.of("t", "t")
                                        .startsAWaivedGracePeriod()
                                        .stands(Status.GRACE, 13, "2026-11-21", null))
                        .map(MadeUpTenant::assessed)
                        .map(GraceNotices::start))
                .containsOnlyNulls();
    }

    @Test
    void oneMailIsForOneNightPersonAndAddressWhateverItsCase() {
        MailKey key = MailKey.ofNight(MadeUpTenant.AS_OF, "Ada Lind", "ada@example.com");
        assertThat(key).isEqualTo(MailKey.ofNight(MadeUpTenant.AS_OF, "Ada Lind", "Ada@Example.com"));
        assertThat(key.digits()).hasSize(64);
        assertThat(key)
                .isNotEqualTo(MailKey.ofNight(MadeUpTenant.AS_OF.plusDays(1), "Ada Lind", "ada@example.com"))
                .isNotEqualTo(MailKey.ofNight(MadeUpTenant.AS_OF, "Ada Lin", "dada@example.com"));
    }
}
