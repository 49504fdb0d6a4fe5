package org.trueup.spreadsheets.annotate;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trueup.spreadsheets.annotate.Annotation.NotPossible;
import org.trueup.spreadsheets.annotate.Annotation.Written;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.parts.SheetCells;
import org.trueup.spreadsheets.parts.Tabs;
import org.trueup.spreadsheets.parts.WorkbookPackage;
import org.trueup.spreadsheets.policybook.CheckMarks;
import org.trueup.spreadsheets.policybook.Problem;
import org.trueup.spreadsheets.policybook.Severity;
import org.trueup.spreadsheets.sheet.Place;
import org.trueup.spreadsheets.sheet.SheetContent;
import org.trueup.spreadsheets.sheet.WorkbookReader;
import org.trueup.spreadsheets.sheet.WorkbookReading;
import org.trueup.spreadsheets.sheet.WorkbookReading.NotOpened;
import org.trueup.spreadsheets.sheet.WorkbookReading.Opened;
import org.w3c.dom.Element;

/** The door of this package: a workbook and what its check found in, the annotated workbook out. Safe for many threads. */
public final class AnnotatedWorkbook {
    private static final Logger LOG = LoggerFactory.getLogger(AnnotatedWorkbook.class);

    private final WorkbookPackage parts;
    private final Tabs tabs;
    private final Styles styles;
    /** By their part: a large sheet is not searched through again for each of its problems. */
    private final Map<String, SheetCells> marked = new HashMap<>();

    private AnnotatedWorkbook(WorkbookPackage parts) throws IOException {
        this.parts = parts;
        tabs = new Tabs(parts);
        styles = Styles.in(parts, tabs);
    }

    /**
     * Annotates a workbook; what an earlier check wrote into it goes.
     *
     * @param workbook the bytes that were checked
     * @param report what the check found in them
     * @return the annotated workbook, or a sentence when the file cannot be opened as one; never throws for what a person
     *     can send
     */
    public static Annotation of(byte[] workbook, CheckReport report) {
        WorkbookReading reading = WorkbookReader.read(workbook, name -> true);
        if (reading instanceof NotOpened) {
            // a sheet that is too large is no reason: the list of problems can still say so
            reading = WorkbookReader.read(workbook, name -> false);
        }
        if (reading instanceof NotOpened notOpened) {
            return new NotPossible("nothing can be written into the file: " + notOpened.message());
        }
        try {
            AnnotatedWorkbook annotated = new AnnotatedWorkbook(new WorkbookPackage(workbook));
            annotated.write(((Opened) reading).sheets(), report);
            return new Written(annotated.parts.bytes());
        } catch (IOException oddPart) {
            LOG.debug("A part of a workbook cannot be annotated", oddPart);
            return new NotPossible("nothing can be written into the file: a part of it is not as Excel writes it;"
                    + " open it in Excel and save it again as \"Excel Workbook (*.xlsx)\"");
        }
    }

    /** Whether a file is a workbook that was annotated here, whoever saved it since. */
    public static boolean isOne(byte[] file) {
        return WorkbookReader.read(file, CheckMarks.PROBLEMS::contains) instanceof Opened opened
                && opened.sheets().stream().anyMatch(EarlierAnnotation::isList);
    }

    private void write(List<SheetContent> contents, CheckReport report) throws IOException {
        new EarlierAnnotation(parts, tabs, styles, contents).takeOff();
        ProblemList list = new ProblemList(styles, tabs.names());
        String problems = freeTab(CheckMarks.PROBLEMS);
        Map<String, Integer> before = new HashMap<>();
        for (Problem problem : report.problems()) {
            list.add(problem, mark(problem, before, "row %d of the sheet %s".formatted(list.nextRow(), problems)));
        }
        new ScenarioResults(parts, tabs, styles).write(report.scenarios());
        list.sheet(problems, report).addTo(parts, tabs, styles);
        if (!report.coverage().isEmpty()) {
            CoverageList.sheet(freeTab(CheckMarks.COVERAGE), report.coverage(), styles)
                    .addTo(parts, tabs, styles);
        }
        tabs.openOn(problems);
    }

    /** Fills and comments the cell at fault, and gives the format that it had. A comment holds no link: it names the place. */
    private int mark(Problem problem, Map<String, Integer> before, String listed) throws IOException {
        String sheet = problem.sheet();
        String cell = problem.cell();
        Optional<String> part = sheet == null ? Optional.empty() : tabs.part(sheet);
        if (part.isEmpty() || cell == null) {
            return 0;
        }
        Element worksheet = parts.root(part.get());
        Place place = Place.of(cell);
        SheetCells cells = marked.computeIfAbsent(part.get(), unread -> new SheetCells(worksheet));
        String key = sheet + "!" + cell;
        boolean first = !before.containsKey(key);
        int format = before.computeIfAbsent(key, unmarked -> cells.format(place));
        if (first || problem.severity() == Severity.ERROR) {
            cells.format(place, styles.filled(format, Fill.of(problem.severity())));
        }
        String severity = problem.severity().name().toLowerCase(Locale.ROOT);
        new Notes(parts, part.get())
                .add(place, CheckMarks.PREFIX + severity + ": " + problem.message() + " (" + listed + ")");
        return format;
    }

    private String freeTab(List<String> names) {
        List<String> taken =
                tabs.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return names.stream()
                .filter(name -> !taken.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(names.get(1) + " " + (taken.size() + 1));
    }
}
