package org.trueup.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.trueup.server.security.Role;

/** A client that is generated from the description of the API compiles, and decides by this server. */
class GeneratedClientIT {
    private static final TestServer SERVER = TestServer.running();
    private static final Path GENERATOR = Path.of("target/client-generator/openapi-generator.jar");
    private static final int MINUTES = 3;

    /** What a customer might write against the client. */
    private static final String CUSTOMER = """
            import java.time.LocalDate;
            import org.client.ApiClient;
            import org.client.api.DecisionsApi;
            import org.client.model.*;

            public class Customer {
                public static String ask(String server, String token) throws Exception {
                    ApiClient client = new ApiClient();
                    client.setBasePath(server);
                    client.setBearerToken(token);
                    TenantFacts facts = new TenantFacts()
                            .asOf(LocalDate.of(2026, 11, 20)).tenantId("generated").name("Generated").vendor("pensero")
                            .addSubscriptionsItem(new Subscription().subscriptionId("s1").plan("Growth").licenses(1)
                                    .startsOn(LocalDate.of(2026, 1, 1)).endsOn(LocalDate.of(2026, 12, 31)))
                            .addAccountsItem(new Account().accountId("u1").name("Ann"));
                    DecidedPosition position = new DecisionsApi(client).decidePosition(facts);
                    return position.getStatus() + " " + position.getUsed() + "/" + position.getLicensed() + " "
                            + position.getUsageLine() + " " + position.getFindings().get(0).getCode();
                }

                public static SeatAnswer more(ApiClient client) throws Exception {
                    SeatAnswer answer = new DecisionsApi(client).requestSeats("acme", new SeatRequest().add(2));
                    SeatQuote quote = answer.getQuote();
                    return answer.getAllowed() && quote.getAmount() == null ? answer : null;
                }
            }
            """;

    @Test
    void aGeneratedClientCompilesAndDecides() throws Exception {
        Path folder = Files.createDirectories(SERVER.home().resolve("client"));
        Path description = folder.resolve("api.json");
        Files.writeString(description, SERVER.get(Role.SERVICE, "/v3/api-docs").body());
        generate(description, folder);
        Path sources = folder.resolve("src/main/java");
        Files.writeString(sources.resolve("Customer.java"), CUSTOMER);
        Path classes = Files.createDirectories(folder.resolve("classes"));

        assertThat(compile(sources, classes)).isEmpty();

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Object said = loader.loadClass("Customer")
                    .getMethod("ask", String.class, String.class)
                    .invoke(null, "http://localhost:" + SERVER.port(), SERVER.token(Role.SERVICE));
            assertThat(said).isEqualTo("AT_LIMIT 1/1 Active seats used: 1/1 SEAT_LIMIT_REACHED");
        }
    }

    private static void generate(Path description, Path folder) throws IOException, InterruptedException {
        assertThat(GENERATOR)
                .as("the build puts it there before the integration tests")
                .exists();
        Path log = folder.resolve("generator.log");
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        GENERATOR.toString(),
                        "generate",
                        "-i",
                        description.toString(),
                        "-g",
                        "java",
                        "--library",
                        "restclient",
                        "-o",
                        folder.toString(),
                        "--global-property",
                        "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                        "--additional-properties",
                        "openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true,invokerPackage=org.client,"
                                + "apiPackage=org.client.api,modelPackage=org.client.model")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!generator.waitFor(MINUTES, TimeUnit.MINUTES)) {
            generator.destroyForcibly();
        }
        assertThat(generator.exitValue()).as(Files.readString(log)).isZero();
    }

    /** What the compiler complains of. */
    private static String compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources)) {
            List<File> java = all.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toFile)
                    .toList();
            boolean compiled = compiler.getTask(
                            complaints,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    classes.toString(),
                                    "-classpath",
                                    System.getProperty("java.class.path"),
                                    "-proc:none",
                                    "-nowarn",
                                    "-Xlint:none"),
                            null,
                            files.getJavaFileObjectsFromFiles(java))
                    .call();
            return compiled ? "" : complaints.toString();
        }
    }
}
