package org.trueup.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;

/** Made-up people and companies. */
final class Names {
    private final List<String> firstNames = words("first-names.txt");
    private final List<String> lastNames = words("last-names.txt");
    private final List<String> companies = words("company-names.txt");
    private final List<String> trades = words("company-trades.txt");
    private final List<String> forms = words("company-forms.txt");
    private final List<String> firstLogins =
            firstNames.stream().map(Names::plain).toList();
    private final List<String> lastLogins = lastNames.stream().map(Names::plain).toList();

    /** @param login for example {@code zoe.mueller} */
    record Person(String name, String login) {}

    /** The person of that number in a company; different below some thousand numbers, as both lists are of prime length. */
    Person person(int company, int number) {
        int first = Math.floorMod(company + number, firstNames.size());
        int last = Math.floorMod(company / 7 + number * 11, lastNames.size());
        return new Person(
                firstNames.get(first) + " " + lastNames.get(last), firstLogins.get(first) + "." + lastLogins.get(last));
    }

    String company(SplittableRandom random) {
        return pick(companies, random) + " " + pick(trades, random) + " " + pick(forms, random);
    }

    /** A word for a company's e-mail and logon domain. */
    static String domainOf(String company) {
        String plain = plain(company);
        return plain.isEmpty() ? "company" : plain.substring(0, Math.min(20, plain.length()));
    }

    private static String pick(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    /** Letters without their marks, in lower case. */
    private static String plain(String word) {
        String spelled = word.toLowerCase(Locale.ROOT)
                .replace("ø", "oe")
                .replace("ü", "ue")
                .replace("ö", "oe")
                .replace("ı", "i");
        return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    }

    private static List<String> words(String resource) {
        try (InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
