package org.trueup.spreadsheets.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.analysis.Box;
import org.trueup.spreadsheets.analysis.Gap;

/** The rows of one code of the sheet Checks as the analysis sees them. */
final class CheckRows implements Analysed<CheckTerms, CheckCase> {
    private final List<CheckTerms> rows;
    private final CheckSpace space;

    CheckRows(List<String> plans, List<String> supportPlans, List<CheckTerms> rows) {
        this.rows = rows;
        space = new CheckSpace(plans, supportPlans, rows);
    }

    @Override
    public List<CheckTerms> rows() {
        return rows;
    }

    @Override
    public SheetRow at(CheckTerms row) {
        return row.at();
    }

    @Override
    public String column() {
        return CheckTerms.CODE;
    }

    @Override
    public Box whole() {
        return space.whole();
    }

    @Override
    public Box box(CheckTerms row) {
        return space.box(row);
    }

    @Override
    public Optional<CheckCase> example(Box within) {
        return space.example(within);
    }

    @Override
    public int rank(CheckTerms row, CheckTerms other) {
        return row.rank(other);
    }

    @Override
    public String condition(int axis) {
        return space.condition(axis);
    }

    @Override
    public boolean takes(CheckTerms row, CheckCase example) {
        return example.takenBy(row);
    }

    @Override
    public Map<String, @Nullable Object> answers(CheckTerms row) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("Severity", row.severity());
        answers.put("Message", row.message());
        return answers;
    }

    @Override
    public String said(CheckCase example) {
        return space.said(example);
    }

    @Override
    public String about(Gap<CheckCase> gap) {
        return "";
    }
}
