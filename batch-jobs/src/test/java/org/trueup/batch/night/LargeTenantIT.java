package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The users of a tenant that has more of them than are kept in one row of the store. */
class LargeTenantIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final String NIGHT = "2026-11-21";
    private static final int ACCOUNTS = 2 * PackedUsers.A_PART + 1;
    private static final int FIRST_ROW = 4;

    @TempDir
    static Path folder;

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void everyUserOfALargeTenantIsToldInOrder() throws IOException {
        NightFeed feed = new NightFeed();
        for (String tenant : List.of("large", "small")) {
            feed.tenant(tenant, "pensero").subscription(tenant, "s1", "Growth", "5", "2026-11-15", "2027-11-14");
        }
        IntStream.range(0, ACCOUNTS).forEach(i -> feed.account("large", account(i), Map.of()));
        feed.account("small", "only", Map.of());
        feed.load(CONTEXT, folder.resolve("feed"));
        CONTEXT.night(NIGHT, folder);

        List<String> all =
                IntStream.range(0, ACCOUNTS).mapToObj(LargeTenantIT::account).toList();
        NightFiles files = new NightFiles(folder);
        assertThat(files.lines(NIGHT, "users.csv", "large", "account_id")).isEqualTo(all);
        assertThat(files.lines(NIGHT, "users.csv", "small", "account_id")).containsExactly("only");
        Path workbook = folder.resolve(NIGHT).resolve("pensero.xlsx");
        try (InputStream in = Files.newInputStream(workbook);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet users = book.getSheet("Users counted");
            assertThat(IntStream.range(0, ACCOUNTS)
                            .mapToObj(
                                    i -> users.getRow(FIRST_ROW + i).getCell(2).getStringCellValue()))
                    .isEqualTo(all);
            assertThat(users.getLastRowNum()).isEqualTo(FIRST_ROW + ACCOUNTS);
        }
    }

    private static String account(int number) {
        return "u%06d".formatted(number);
    }
}
