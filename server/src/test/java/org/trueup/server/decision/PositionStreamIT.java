package org.trueup.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trueup.server.security.Role;
import org.trueup.server.web.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PositionStreamIT {
    private static final TestServer SERVER = TestServer.running();
    private static final String PATH = "/api/v1/decisions/position";

    private static List<JsonNode> stream(String body) {
        HttpResponse<String> answer = SERVER.send(SERVER.as(Role.SERVICE, PATH)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static String line(String id, int accounts) {
        return PositionApiIT.tenant(id, accounts, 10).replace("\n", " ") + "\n";
    }

    @Test
    void aLineIsAnsweredByALineAndABadOneByItsProblem() {
        List<JsonNode> answers = stream(line("a", 12)
                + "\n"
                + "{\"tenant_id\":\n"
                + line("b", 3).replace("2026-12-31", "never")
                + line("a", 9)
                + line("c", 10).strip());
        assertThat(answers).hasSize(5);
        assertThat(answers.get(0).path("used").intValue()).isEqualTo(12);
        assertThat(answers.get(1).path("line").intValue()).isEqualTo(3);
        assertThat(answers.get(1).path("status").intValue()).isEqualTo(400);
        assertThat(answers.get(2).path("line").intValue()).isEqualTo(4);
        assertThat(answers.get(2).path("field").stringValue()).isEqualTo("subscriptions[0].ends_on");
        assertThat(answers.get(3).path("used").intValue()).isEqualTo(9);
        assertThat(answers.get(4).path("status").stringValue()).isEqualTo("AT_LIMIT");
    }

    @Test
    void manyLinesAreAnsweredInTheirOrder() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            body.append(line("t" + i, i % 12));
        }
        List<JsonNode> answers = stream(body.toString());
        assertThat(answers).hasSize(1_000);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).path("tenant_id").stringValue()).isEqualTo("t" + i);
            assertThat(answers.get(i).path("used").intValue()).isEqualTo(i % 12);
        }
    }

    @Test
    void anAnswerComesBeforeTheNextLineIsSent() throws IOException {
        try (Socket socket = new Socket("localhost", SERVER.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + SERVER.token(Role.SERVICE)
                            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in = reader(socket.getInputStream());
            for (int i = 1; i <= 3; i++) {
                byte[] line = line("one-by-one", i).getBytes(StandardCharsets.UTF_8);
                out.write((Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(line);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                assertThat(answer(in)).contains("\"used\":" + i + ",");
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static String answer(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith("{")) {
            line = in.readLine();
        }
        return String.valueOf(line);
    }
}
