package org.trueup.spreadsheets.policybook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.policy.Policy;
import org.trueup.spreadsheets.policybook.PolicyReading.Accepted;
import org.trueup.spreadsheets.policybook.PolicyReading.Refused;
import org.trueup.spreadsheets.scenario.Scenarios;
import org.trueup.spreadsheets.sheet.SheetContent;
import org.trueup.spreadsheets.sheet.WorkbookReader;
import org.trueup.spreadsheets.sheet.WorkbookReading;
import org.trueup.spreadsheets.sheet.WorkbookReading.NotOpened;
import org.trueup.spreadsheets.sheet.WorkbookReading.Opened;

/** The door of this package: policy workbooks in, policies or problems out. Safe for many threads. */
public final class PolicyBook {
    private PolicyBook() {}

    /**
     * Reads a policy workbook that anybody may have typed or sent.
     *
     * @param vendor names the file in every address, whatever the file was called
     * @param version the policy's version, 1 or more
     * @param workbook the bytes of an {@code .xlsx} file
     * @return the policy, or every problem that was found; never throws for what a person can type
     */
    public static PolicyReading read(Vendor vendor, int version, byte[] workbook) {
        PolicyDraft draft = draft(vendor, version, workbook);
        return draft.anyError() || draft.policy().isEmpty()
                ? new Refused(draft.problems())
                : new Accepted(draft.policy().get(), draft.scenarios(), draft.problems());
    }

    /** Reads a policy workbook in the same way, and keeps what could be read of one that is wrong. */
    public static PolicyDraft draft(Vendor vendor, int version, byte[] workbook) {
        if (version < 1) {
            throw new IllegalArgumentException("a policy's version is 1 or more, not " + version);
        }
        String file = vendor.name() + ".xlsx";
        WorkbookReading reading = WorkbookReader.read(workbook, SheetNames::isRead);
        Problems problems = new Problems(file);
        if (reading instanceof NotOpened notOpened) {
            problems.add(notOpened.sheet(), null, Severity.ERROR, notOpened.message());
            return new PolicyDraft(
                    Optional.empty(),
                    List.of(),
                    new Scenarios(List.of(), List.of()),
                    problems.all(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        List<SheetContent> contents = ((Opened) reading).sheets();
        PolicySheets sheets = new PolicySheets(file, contents, problems);
        Policy policy = sheets.read(vendor, version);
        List<String> tabs = contents.stream().map(SheetContent::name).toList();
        return new PolicyDraft(
                Optional.of(policy),
                sheets.checks(),
                sheets.scenarios(),
                problems.all(),
                tabs,
                sheets.tables(),
                sheets.forms(),
                contents,
                sheets.contents());
    }

    /**
     * The rows of a policy workbook that can be read, as people read them, sheet by sheet from top to bottom.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public static List<PolicyRow> rows(Vendor vendor, byte[] workbook) {
        String file = vendor.name() + ".xlsx";
        if (WorkbookReader.read(workbook, SheetNames::isRead) instanceof Opened opened) {
            PolicySheets sheets = new PolicySheets(file, opened.sheets(), new Problems(file));
            sheets.read(vendor, 1);
            return sheets.contents();
        }
        throw new IllegalArgumentException("not a workbook: " + file);
    }

    /** The workbooks that travel with the product, by vendor. The caller may keep and change the bytes. */
    public static Map<Vendor, byte[]> shipped() {
        return ShippedWorkbooks.find(PolicyBook.class);
    }

    /** The workbook that a new vendor's policy begins with: every sheet, with example rows that can be taken as they are. */
    public static byte[] template() {
        try (InputStream template = PolicyBook.class.getResourceAsStream("template.xlsx")) {
            if (template == null) {
                throw new IllegalStateException("the template workbook did not travel with " + PolicyBook.class);
            }
            return template.readAllBytes();
        } catch (IOException cannotRead) {
            throw new UncheckedIOException("the template workbook cannot be read", cannotRead);
        }
    }
}
