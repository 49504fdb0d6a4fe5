package org.trueup.spreadsheets.edit;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trueup.spreadsheets.parts.Relationships;
import org.trueup.spreadsheets.parts.WorkbookPackage;
import org.trueup.spreadsheets.parts.Xml;
import org.w3c.dom.Element;

/** The texts that a workbook keeps once for all its cells. None is added: the part that holds them stays as it is. */
final class SharedTexts {
    private final Map<String, Integer> numbers = new HashMap<>();

    SharedTexts(WorkbookPackage parts) throws IOException {
        Relationships links = parts.relationships(WorkbookPackage.WORKBOOK);
        Optional<String> part = links.first("sharedStrings").filter(parts::has);
        if (part.isPresent()) {
            int number = 0;
            for (Element text : Xml.children(parts.root(part.get()), "si").toList()) {
                List<Element> pieces = Xml.children(text);
                // one with pieces of its own looks has more to it than its letters
                if (pieces.size() == 1 && pieces.get(0).getLocalName().equals("t")) {
                    numbers.putIfAbsent(pieces.get(0).getTextContent(), number);
                }
                number++;
            }
        }
    }

    /** The number of a text, if it is there. */
    Optional<Integer> number(String text) {
        return Optional.ofNullable(numbers.get(text));
    }
}
