package org.trueup.spreadsheets.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovesTest {

    @ParameterizedTest
    @CsvSource({"'', ''", "0, ''", "0 1 2 3, ''", "1 4 9, ''", "3 0 1 2, 0", "1 2 3 0, 3", "0 2 1 3, 1", "2 1 0, 0 1"})
    void asFewRowsAsPossibleAreMoved(String partners, String moved) {
        assertThat(Moves.of(partners(partners))).isEqualTo(numbers(moved));
    }

    private static Map<Integer, Integer> partners(String text) {
        Map<Integer, Integer> partners = new TreeMap<>();
        Arrays.stream(text.split(" "))
                .filter(number -> !number.isEmpty())
                .forEach(number -> partners.put(partners.size(), Integer.valueOf(number)));
        return partners;
    }

    private static Set<Integer> numbers(String text) {
        return Arrays.stream(text.split(" "))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }
}
