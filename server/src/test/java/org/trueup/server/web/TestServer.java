package org.trueup.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.trueup.server.run.StoreChoice;
import org.trueup.server.security.People;
import org.trueup.server.security.Role;
import org.trueup.server.security.Tokens;

/** One server for all tests of a run, with a person and a token for every role; starting one takes seconds. */
public final class TestServer {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static @Nullable TestServer only;

    private final SpringServer server;
    private final Path home;
    private final Map<Role, String> tokens = new ConcurrentHashMap<>();

    private TestServer(SpringServer server, Path home) {
        this.server = server;
        this.home = home;
        for (Role role : Role.values()) {
            People.Person person = part(People.class)
                    .add(new People.Draft(
                            role.name().toLowerCase(Locale.ROOT),
                            "correct horse battery",
                            Set.of(role),
                            role == Role.ACCOUNT_MANAGER ? "Ada Lind" : null,
                            role == Role.TENANT_ADMINISTRATOR ? "acme" : null));
            tokens.put(role, part(Tokens.class).issue(person, "tests", Set.of(role), 1));
        }
    }

    /** Starts it when it is first asked for; it ends with the program. */
    public static synchronized TestServer running() {
        TestServer known = only;
        if (known == null) {
            known = start();
            only = known;
        }
        return known;
    }

    /** One of its own, with settings that no other test may have; to be closed. */
    public static synchronized TestServer with(Map<String, String> settings) {
        settings.forEach(System::setProperty);
        try {
            return start();
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    private static TestServer start() {
        try {
            Path home =
                    Files.createTempDirectory(Path.of("target"), "test-server-").toAbsolutePath();
            ServerChoice choice =
                    new ServerChoice(new StoreChoice(home.resolve("home"), null), 0, home.resolve("reports"));
            return new TestServer((SpringServer) SpringServer.open(choice, false), home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be called only for a server with settings of its own. */
    public void close() {
        server.close();
    }

    /** One of the server's parts. */
    public <T> T part(Class<T> type) {
        return server.part(type);
    }

    /** One of several parts of a kind. */
    <T> T part(String name, Class<T> type) {
        return server.part(name, type);
    }

    /** The folder that its store and reports stand under. */
    public Path home() {
        return home;
    }

    public int port() {
        return server.port();
    }

    /** The first administrator's password. */
    public String firstPassword() {
        return server.firstPassword().orElseThrow();
    }

    /** The token of the person who has a role alone. */
    public String token(Role role) {
        return Objects.requireNonNull(tokens.get(role));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    /** A request in the name of a role. */
    public HttpRequest.Builder as(Role role, String path) {
        return request(path).header("Authorization", "Bearer " + token(role));
    }

    /** A request with a JSON body in the name of a role. */
    public HttpResponse<String> post(Role role, String path, String json) {
        return send(as(role, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> get(Role role, String path) {
        return send(as(role, path).GET());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    /** The body of an answer as it was sent. */
    public byte[] bytes(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofByteArray()).body();
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
