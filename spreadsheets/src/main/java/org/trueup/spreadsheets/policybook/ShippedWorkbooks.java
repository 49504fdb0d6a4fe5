package org.trueup.spreadsheets.policybook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trueup.rules.fact.Vendor;

/**
 * Lists the workbooks that lie beside a class, in its folder or in its jar. No list of names is kept, so that a new
 * workbook in {@code policies} is shipped by being there. A jar within a jar, as Spring Boot packs them, is read
 * through the class loader's own jar connection.
 */
final class ShippedWorkbooks {
    private static final Pattern WORKBOOK = Pattern.compile("policies/([a-z0-9-]{1,60})\\.xlsx");

    private ShippedWorkbooks() {}

    static Map<Vendor, byte[]> find(Class<?> beside) {
        String classFile = beside.getName().replace('.', '/') + ".class";
        URL here = beside.getResource("/" + classFile);
        if (here == null) {
            throw new IllegalStateException("the class " + beside.getName() + " does not find its own file");
        }
        try {
            URLConnection connection = here.openConnection();
            // a cached jar is shared with the class loader, and closing it would close the class loader's
            connection.setUseCaches(false);
            if (connection instanceof JarURLConnection jar) {
                return inJar(jar);
            }
            return inFolder(folderOf(here, classFile).resolve("policies"));
        } catch (IOException cannotRead) {
            throw new UncheckedIOException("the shipped policy workbooks cannot be read from " + here, cannotRead);
        }
    }

    private static Map<Vendor, byte[]> inJar(JarURLConnection connection) throws IOException {
        Map<Vendor, byte[]> found = new TreeMap<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                Matcher name = WORKBOOK.matcher(entry.getName());
                if (name.matches()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        found.put(new Vendor(name.group(1)), in.readAllBytes());
                    }
                }
            }
        }
        return found;
    }

    private static Map<Vendor, byte[]> inFolder(Path folder) throws IOException {
        Map<Vendor, byte[]> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = WORKBOOK.matcher("policies/" + file.getFileName());
                if (name.matches()) {
                    found.put(new Vendor(name.group(1)), Files.readAllBytes(file));
                }
            }
        }
        return found;
    }

    private static Path folderOf(URL url, String classFile) {
        String folder = url.toExternalForm();
        return Path.of(URI.create(folder.substring(0, folder.length() - classFile.length())));
    }
}
