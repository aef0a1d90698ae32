package medflip.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What somebody reads who opens a PDF. */
public final class PdfText {

    private PdfText() {}

    /** The text of each page, its lines from top to bottom. */
    public static List<String> pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return IntStream.rangeClosed(1, document.getNumberOfPages())
                    .mapToObj(page -> text(document, page))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("This is no whole PDF", e);
        }
    }

    /** All of it, in one line, so that a test doesn't care where a line breaks. */
    public static String all(byte[] pdf) {
        return String.join(" ", pages(pdf)).replaceAll("\\s+", " ");
    }

    private static String text(PDDocument document, int page) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException("This page can't be read", e);
        }
    }
}
