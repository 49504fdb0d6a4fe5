package org.trueup.spreadsheets.annotate;

/** What became of annotating a workbook. */
public sealed interface Annotation {

    /** @param workbook the bytes of the annotated {@code .xlsx} file; the caller may keep and change them */
    record Written(byte[] workbook) implements Annotation {}

    /** @param sentence why nothing could be written into the file, and what to do */
    record NotPossible(String sentence) implements Annotation {}
}
