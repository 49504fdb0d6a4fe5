package org.trueup.batch.night;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.trueup.batch.store.BulkConnection;
import org.trueup.batch.store.BulkLoader;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Finding;

/** Writes the answers of a run, in the transaction of the chunk. */
class ResultWriter implements ItemStreamWriter<DecidedBatch> {
    private static final String[] USERS = {"run_id", "tenant_no", "part", "users"};

    private final DataSource store;
    private final int run;
    private final LocalDate asOf;
    private final int firstOfRange;
    private final WrittenRows written = new WrittenRows();

    /** @param firstOfRange the first tenant's number of the range that is written */
    ResultWriter(DataSource store, int run, LocalDate asOf, int firstOfRange) {
        this.store = store;
        this.run = run;
        this.asOf = asOf;
        this.firstOfRange = firstOfRange;
    }

    @Override
    public void write(Chunk<? extends DecidedBatch> chunk) {
        Connection connection = DataSourceUtils.getConnection(store);
        RowUse used = new RowUse();
        try (BulkConnection bulk = new BulkConnection(connection);
                BulkLoader assessments = bulk.into("assessment", AssessmentRow.WRITTEN);
                BulkLoader findings = bulk.into("finding", FindingRow.WRITTEN);
                BulkLoader users = bulk.into("counted_users", USERS)) {
            for (DecidedBatch batch : chunk) {
                for (int i = 0; i < batch.tenants().size(); i++) {
                    StoredTenant tenant = batch.tenants().get(i);
                    Assessment assessment = batch.assessments().get(i);
                    AssessmentRow.write(assessments.number(run), tenant, assessment, asOf);
                    writeFindings(findings, tenant.number(), assessment.findings());
                    written.add(assessment, writeUsers(users, tenant.number(), assessment));
                    used.add(assessment);
                }
            }
            used.write(run, firstOfRange, connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, store);
        }
    }

    private void writeFindings(BulkLoader row, int tenantNo, List<Finding> findings) {
        int number = 0;
        for (Finding finding : findings) {
            row.number(run).number(tenantNo).number(++number);
            FindingRow.write(row, finding);
        }
    }

    /** The rows that they take. */
    private int writeUsers(BulkLoader row, int tenantNo, Assessment assessment) {
        int part = 0;
        Iterator<String> parts = PackedUsers.pack(assessment.users()).iterator();
        while (parts.hasNext()) {
            row.number(run).number(tenantNo).number(++part).text(parts.next()).endRow();
        }
        return part;
    }

    @Override
    public void update(ExecutionContext context) {
        written.note(context);
    }
}
