package org.trueup.spreadsheets.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.analysis.Box;
import org.trueup.spreadsheets.analysis.Gap;

/** The sheet Over the limit as the analysis sees it. */
final class OverLimitRows implements Analysed<OverLimitTerms, OverLimitCase> {
    private final List<OverLimitTerms> rows;
    private final OverLimitSpace space;

    /**
     * @param plans those that some row takes, at least one
     * @param uncapped plans without a largest number of licences: nobody holds unlimited ones of others
     */
    OverLimitRows(List<String> plans, Set<String> uncapped, List<OverLimitTerms> rows) {
        this.rows = rows;
        space = new OverLimitSpace(
                plans, uncapped, rows.stream().map(OverLimitAsked::by).toList());
    }

    @Override
    public List<OverLimitTerms> rows() {
        return rows;
    }

    @Override
    public SheetRow at(OverLimitTerms row) {
        return row.at();
    }

    @Override
    public String column() {
        return "Status";
    }

    @Override
    public Box whole() {
        return space.whole();
    }

    @Override
    public Box box(OverLimitTerms row) {
        return space.box(OverLimitAsked.by(row));
    }

    @Override
    public Optional<OverLimitCase> example(Box within) {
        return space.example(within);
    }

    @Override
    public int rank(OverLimitTerms row, OverLimitTerms other) {
        return row.rank(other);
    }

    @Override
    public String condition(int axis) {
        return space.condition(axis);
    }

    @Override
    public boolean takes(OverLimitTerms row, OverLimitCase example) {
        return example.takenBy(row);
    }

    @Override
    public Map<String, @Nullable Object> answers(OverLimitTerms row) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("Status", row.status());
        answers.put("Grace days", row.graceDays());
        answers.put("Then status", row.thenStatus());
        answers.put("Adding beyond", row.addingBeyond());
        answers.put("What happens", row.whatHappens());
        return answers;
    }

    @Override
    public String said(OverLimitCase example) {
        return space.said(example);
    }

    @Override
    public String about(Gap<OverLimitCase> gap) {
        return space.about(gap);
    }
}
