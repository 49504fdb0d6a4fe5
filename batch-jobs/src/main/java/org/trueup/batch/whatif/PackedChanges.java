package org.trueup.batch.whatif;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.whatif.FindingChange;
import org.trueup.spreadsheets.whatif.RowChanges;
import org.trueup.spreadsheets.whatif.Side;
import org.trueup.spreadsheets.whatif.TenantChange;

/** Changes of tenants as bytes, each after its length. */
final class PackedChanges {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds one and says how many bytes it takes, the length before it counted in. */
    int add(TenantChange change) {
        try {
            ByteArrayOutputStream one = new ByteArrayOutputStream(512);
            write(new DataOutputStream(one), change);
            new DataOutputStream(bytes).writeInt(one.size());
            one.writeTo(bytes);
            return Integer.BYTES + one.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, TenantChange change) throws IOException {
        text(out, change.tenant());
        text(out, change.name());
        text(out, change.accountManager());
        side(out, change.before());
        side(out, change.after());
        out.writeInt(change.findings().size());
        for (FindingChange finding : change.findings()) {
            out.writeByte(finding.kind().ordinal());
            text(out, finding.code());
            out.writeByte(finding.severity().ordinal());
            text(out, finding.message());
            text(out, finding.cell());
        }
        text(out, change.otherwise());
        text(out, change.why().words());
        text(out, change.why().oldCells());
        text(out, change.why().newCells());
    }

    /** Reads one, its length already read. */
    static TenantChange read(DataInputStream in) throws IOException {
        String tenant = there(in);
        String name = there(in);
        String manager = text(in);
        Side before = side(in);
        Side after = side(in);
        List<FindingChange> findings = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            findings.add(new FindingChange(
                    FindingChange.Kind.values()[in.readByte()],
                    there(in),
                    Severity.values()[in.readByte()],
                    there(in),
                    text(in)));
        }
        String otherwise = there(in);
        RowChanges why = new RowChanges(there(in), there(in), there(in));
        return new TenantChange(tenant, name, manager, before, after, findings, otherwise, why);
    }

    private static void side(DataOutputStream out, @Nullable Side side) throws IOException {
        out.writeBoolean(side != null);
        if (side != null) {
            text(out, side.plan());
            out.writeInt(side.used());
            Integer licensed = side.licensed().count();
            out.writeInt(licensed == null ? -1 : licensed);
            out.writeByte(side.status().ordinal());
            grace(out, side.grace());
            text(out, amount(side.monthlyAmount()));
            text(out, amount(side.trueUpAmount()));
            text(out, side.currency().getCurrencyCode());
        }
    }

    private static @Nullable Side side(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        String plan = there(in);
        int used = in.readInt();
        int licensed = in.readInt();
        return new Side(
                plan,
                used,
                licensed < 0 ? Licences.UNLIMITED : Licences.of(licensed),
                Status.values()[in.readByte()],
                grace(in),
                amount(text(in)),
                amount(text(in)),
                Currency.getInstance(there(in)));
    }

    private static void grace(DataOutputStream out, @Nullable Grace grace) throws IOException {
        out.writeBoolean(grace != null);
        if (grace != null) {
            out.writeInt(grace.day());
            out.writeInt(grace.days());
            out.writeLong(grace.endsOn().toEpochDay());
        }
    }

    private static @Nullable Grace grace(DataInputStream in) throws IOException {
        return in.readBoolean() ? new Grace(in.readInt(), in.readInt(), LocalDate.ofEpochDay(in.readLong())) : null;
    }

    private static @Nullable String amount(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toString();
    }

    private static @Nullable BigDecimal amount(@Nullable String amount) {
        return amount == null ? null : new BigDecimal(amount);
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        byte[] utf8 = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text == null ? -1 : utf8.length);
        out.write(utf8);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String there(DataInputStream in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IOException("a text is missing in the file of changes");
        }
        return text;
    }
}
