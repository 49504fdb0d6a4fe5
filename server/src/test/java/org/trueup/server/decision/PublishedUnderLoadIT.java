package org.trueup.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.security.Role;
import org.trueup.server.web.TestServer;
import org.trueup.spreadsheets.policybook.PolicyBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** While people ask, a price is changed: it counts soon, no request fails, and no answer mixes the two versions. */
class PublishedUnderLoadIT {
    private static final TestServer SERVER = TestServer.running();
    private static final Vendor VENDOR = new Vendor("under-load");
    private static final LocalDate EFFECTIVE = LocalDate.of(2026, 1, 1);
    private static final Map<Integer, String> AMOUNTS = Map.of(1, "250.00", 2, "300.00");
    /** Two seconds on a machine of its own; tests share theirs with whatever else runs. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** What one request was answered. */
    private record Answered(Instant at, int status, List<Integer> versions, List<String> amounts) {}

    @Test
    void aPublishedPriceCountsSoonAndNoAnswerIsMixed() throws Exception {
        byte[] workbook = PolicyBook.shipped().get(new Vendor("pensero"));
        publish(workbook);
        ask(until(1));
        Queue<Answered> answers = new ConcurrentLinkedQueue<>();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                asking.add(callers.submit(() -> {
                    while (!enough.get()) {
                        answers.add(ask(body()));
                    }
                }));
            }
            Thread.sleep(500);
            publish(withPrice(workbook, 60));
            Instant published = Instant.now();
            until(2);
            Duration took = Duration.between(published, Instant.now());
            Thread.sleep(300);
            enough.set(true);
            for (Future<?> each : asking) {
                each.get(30, TimeUnit.SECONDS);
            }
            assertThat(took).isLessThan(SOON);
            assertThat(answers).hasSizeGreaterThan(20).allSatisfy(PublishedUnderLoadIT::isWhole);
            assertThat(answers.stream().flatMap(answer -> answer.versions().stream()))
                    .contains(1, 2);
        } finally {
            callers.shutdownNow();
        }
    }

    private static void isWhole(Answered answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.versions()).hasSize(3);
        int version = answer.versions().get(0);
        assertThat(answer.versions()).containsOnly(version);
        assertThat(answer.amounts()).containsOnly(AMOUNTS.get(version));
    }

    /** Asks until a version answers. */
    private static String until(int version) throws InterruptedException {
        Instant last = Instant.now().plus(Duration.ofSeconds(60));
        while (!ask(body()).versions().equals(List.of(version, version, version))) {
            assertThat(Instant.now()).isBefore(last);
            Thread.sleep(20);
        }
        return body();
    }

    private static String body() {
        List<String> tenants = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tenants.add("""
                    {"as_of":"2026-11-20","tenant_id":"load%d","name":"T","vendor":"under-load","subscriptions":[{"subscription_id":"s",
                     "plan":"Growth","licenses":5,"starts_on":"2026-01-01","ends_on":"2026-12-31"}]}""".formatted(i));
        }
        return tenants.toString();
    }

    private static Answered ask(String body) {
        HttpResponse<String> answer = SERVER.post(Role.SERVICE, "/api/v1/decisions/position", body);
        List<Integer> versions = new ArrayList<>();
        List<String> amounts = new ArrayList<>();
        if (answer.statusCode() == 200) {
            for (JsonNode each : JsonMapper.shared().readTree(answer.body())) {
                versions.add(each.path("policy_version").asInt(0));
                JsonNode amount = each.path("monthly_amount");
                amounts.add(
                        amount.isNumber() ? amount.decimalValue().setScale(2).toPlainString() : "");
            }
        }
        return new Answered(Instant.now(), answer.statusCode(), versions, amounts);
    }

    private static void publish(byte[] workbook) {
        SERVER.part(PolicyVersions.class)
                .publish(new Publication(VENDOR, EFFECTIVE, "Ann", "Ben", "a price"), workbook);
    }

    private static byte[] withPrice(byte[] workbook, double price) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.getSheet("Plans").getRow(5).getCell(2).setCellValue(price);
            book.write(out);
            return out.toByteArray();
        }
    }
}
