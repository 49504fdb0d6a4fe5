package org.trueup.server.decision;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;

/**
 * What facts are recognised by, a SHA-256 over every value in order: the same facts have the same hash, whether they came with
 * the request or from the store. Written by hand, since the text of the records would cost as much as the decision.
 */
final class FactsHash {
    private static final int CHUNK = 16 * 1024;
    private static final long NONE = Long.MIN_VALUE;
    private static final int NO_TEXT = -1;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);

    private FactsHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] of(TenantFacts facts) {
        FactsHash hash = new FactsHash();
        hash.tenant(facts.tenant());
        hash.number(facts.subscriptions().size());
        facts.subscriptions().forEach(hash::subscription);
        hash.number(facts.addOns().size());
        facts.addOns().forEach(hash::addOn);
        hash.number(facts.accounts().size());
        facts.accounts().forEach(hash::account);
        hash.earlier(facts.earlier());
        return hash.end();
    }

    private void tenant(Tenant tenant) {
        text(tenant.id().value());
        text(tenant.name());
        text(tenant.vendor().name());
        text(tenant.accountManager());
        text(tenant.accountManagerEmail());
        day(tenant.signedUpOn());
        flag(tenant.nonprofit());
        count(tenant.storedHistoryDays());
    }

    private void subscription(Subscription bought) {
        text(bought.id());
        text(bought.plan());
        count(bought.licenses());
        day(bought.startsOn());
        day(bought.endsOn());
        number(bought.term().ordinal());
        amount(bought.discountPercent());
        amount(bought.pricePerLicense());
        text(bought.supportPlan());
    }

    private void addOn(AddOn bought) {
        text(bought.name());
        number(bought.licenses());
        day(bought.startsOn());
        day(bought.endsOn());
        amount(bought.pricePerLicense());
    }

    private void account(Account account) {
        text(account.id());
        text(account.name());
        number(account.kind().ordinal());
        text(account.source());
        text(account.email());
        text(account.username());
        text(account.logonDomain());
        text(account.device());
        day(account.addedOn());
        day(account.removedOn());
        day(account.deactivatedOn());
        flag(account.loginEnabled());
        flag(account.tracked());
        flag(account.hasHistory());
        day(account.historyDeletedOn());
        number(account.access().ordinal());
        number(account.group() == null ? NONE : account.group().ordinal());
        text(account.mergedInto());
        activity(account.activity());
    }

    private void activity(List<ActiveMonth> activity) {
        number(activity.size());
        for (ActiveMonth active : activity) {
            number(active.month().number());
            number(active.kind().ordinal());
            number(active.days().bits());
        }
    }

    private void earlier(EarlierNight earlier) {
        day(earlier.asOf());
        day(earlier.overSince());
        text(earlier.plan());
        day(earlier.graceSince());
    }

    private void day(@Nullable LocalDate day) {
        number(day == null ? NONE : day.toEpochDay());
    }

    private void count(@Nullable Integer count) {
        number(count == null ? NONE : (long) count);
    }

    private void amount(@Nullable BigDecimal amount) {
        // 10 and 10.00 are one amount
        text(amount == null ? null : amount.stripTrailingZeros().toPlainString());
    }

    private void flag(boolean flag) {
        room(1).put((byte) (flag ? 1 : 0));
    }

    private void number(long number) {
        room(Long.BYTES).putLong(number);
    }

    /** Its length first, so that no two rows of texts look alike. */
    private void text(@Nullable String text) {
        if (text == null) {
            room(Integer.BYTES).putInt(NO_TEXT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES).putInt(bytes.length);
        room(bytes.length).put(bytes);
    }

    /** No text of a fact is as long as the buffer. */
    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private byte[] end() {
        flush();
        return digest.digest();
    }
}
