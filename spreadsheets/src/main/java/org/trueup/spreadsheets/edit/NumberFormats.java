package org.trueup.spreadsheets.edit;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.trueup.spreadsheets.parts.Tabs;
import org.trueup.spreadsheets.parts.WorkbookPackage;
import org.trueup.spreadsheets.parts.Xml;
import org.w3c.dom.Element;

/** What the formats of a workbook make of a number. */
final class NumberFormats {
    private final List<Element> cellFormats;
    private final Map<Integer, String> own = new HashMap<>();

    NumberFormats(WorkbookPackage parts, Tabs tabs) throws IOException {
        Optional<String> part = tabs.styles();
        if (part.isEmpty()) {
            cellFormats = List.of();
            return;
        }
        Element styles = parts.root(part.get());
        cellFormats = Xml.child(styles, "cellXfs")
                .map(formats -> Xml.children(formats, "xf").toList())
                .orElse(List.of());
        Xml.child(styles, "numFmts").stream()
                .flatMap(formats -> Xml.children(formats, "numFmt"))
                .forEach(format -> own.put(number(format.getAttribute("numFmtId")), format.getAttribute("formatCode")));
    }

    boolean percent(int cellFormat) {
        return code(cellFormat).indexOf('%') >= 0;
    }

    boolean date(int cellFormat) {
        return DateUtil.isADateFormat(id(cellFormat), code(cellFormat));
    }

    private String code(int cellFormat) {
        int id = id(cellFormat);
        String builtIn = own.containsKey(id) ? own.get(id) : BuiltinFormats.getBuiltinFormat(id);
        return builtIn == null ? "General" : builtIn;
    }

    private int id(int cellFormat) {
        return cellFormat < cellFormats.size()
                ? number(cellFormats.get(cellFormat).getAttribute("numFmtId"))
                : 0;
    }

    private static int number(String attribute) {
        return attribute.isEmpty() ? 0 : Integer.parseInt(attribute);
    }
}
