package org.trueup.batch.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.trueup.batch.store.Digest;

/**
 * The fingerprint of all classes and rules by which this program decides and writes. A version's number would not do: two
 * builds of one version may decide differently, and their answers must never stand in one night.
 */
public final class ProgramDigest {
    private static final String PRODUCT = "org/trueup/";

    private ProgramDigest() {}

    /** The same for every start of the same build, also on other machines. */
    public static String ofThisProgram() {
        return Read.DIGEST;
    }

    private static String read() {
        Map<String, Resource> parts = new TreeMap<>();
        try {
            for (String files :
                    new String[] {"rules/**/*.class", "rules/**/*.drl", "spreadsheets/**/*.class", "batch/**/*.class"
                    }) {
                for (Resource part :
                        new PathMatchingResourcePatternResolver().getResources("classpath*:" + PRODUCT + files)) {
                    String url = part.getURL().toString();
                    parts.put(url.substring(url.lastIndexOf(PRODUCT)), part);
                }
            }
            Digest digest = new Digest();
            for (Map.Entry<String, Resource> part : parts.entrySet()) {
                digest.and(part.getKey()).and(part.getValue().getContentAsByteArray());
            }
            return digest.text();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own classes can be read", e);
        }
    }

    private static final class Read {
        static final String DIGEST = read();
    }
}
