package org.trueup.server.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.trueup.server.security.Role;
import org.trueup.server.web.TestServer;
import org.trueup.spreadsheets.policybook.PolicyBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One vendor's policy as programs ask the server about it. */
record PolicyOverHttp(TestServer server, String vendor) {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An answer. */
    record Answer(int status, String body, HttpResponse<String> whole) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        /** A field by its path, for example {@code /draft/v}. */
        String at(String path) {
            return json().at(path).asString();
        }
    }

    static PolicyOverHttp of(String vendor) {
        return new PolicyOverHttp(TestServer.running(), vendor);
    }

    Answer upload(Role role, byte[] workbook, String query) {
        return answer(server.send(server.as(role, path("/versions" + query))
                .header("Content-Type", XLSX)
                .POST(BodyPublishers.ofByteArray(workbook))));
    }

    Answer get(Role role, String path) {
        return answer(server.get(role, path(path)));
    }

    Answer post(Role role, String path, String json) {
        return answer(server.post(role, path(path), json));
    }

    Answer put(Role role, String path, String type, byte[] body) {
        return answer(server.send(
                server.as(role, path(path)).header("Content-Type", type).PUT(BodyPublishers.ofByteArray(body))));
    }

    Answer delete(Role role, String path) {
        return answer(server.send(server.as(role, path(path)).DELETE()));
    }

    byte[] workbook(String v) {
        return server.bytes(
                server.as(Role.ANALYST, path("/versions/" + v + "/workbook")).GET());
    }

    /** The template, edited. */
    static byte[] template(Consumer<XSSFWorkbook> edit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(PolicyBook.template()))) {
            edit.accept(book);
            book.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    String path(String rest) {
        return "/api/v1/policies/" + vendor + rest;
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response);
    }
}
