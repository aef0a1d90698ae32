package medflip.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one font of our papers, part of each file: Liberation Sans (SIL Open Font License), as the PDF library brings it.
 * It knows the letters of all languages that are written in Latin, Greek or Cyrillic ones.
 */
final class PdfFont {

    private static final String LIBERATION_SANS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int UNITS = 1000;

    private final CmapLookup glyphs;
    private final PDFont font;

    private PdfFont(CmapLookup glyphs, PDFont font) {
        this.glyphs = glyphs;
        this.font = font;
    }

    static PdfFont in(PDDocument pdf) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(LIBERATION_SANS)) {
            TrueTypeFont parsed =
                    new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(file, LIBERATION_SANS)));
            // Two letters drawn as one would be found as one by nobody who searches the paper.
            parsed.setEnableGsub(false);
            return new PdfFont(parsed.getUnicodeCmapLookup(), PDType0Font.load(pdf, parsed, true));
        }
    }

    PDFont font() {
        return font;
    }

    /** The text with a question mark for each letter that the font can't draw. */
    String drawable(String text) {
        StringBuilder drawable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(letter -> drawable.appendCodePoint(glyphs.getGlyphId(letter) > 0 ? letter : '?'));
        return drawable.toString();
    }

    float width(String drawable, float size) throws IOException {
        return font.getStringWidth(drawable) * size / UNITS;
    }

    /** Breaks a text into lines that fit: at line breaks, else between words, else within a word that is too long. */
    List<String> wrapped(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                String drawable = drawable(word);
                String longer = line.isEmpty() ? drawable : line + " " + drawable;
                if (width(longer, size) > width && !line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                    longer = drawable;
                }
                while (width(longer, size) > width) {
                    int fits = fitting(longer, size, width);
                    lines.add(longer.substring(0, fits));
                    longer = longer.substring(fits);
                }
                line.setLength(0);
                line.append(longer);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** How many letters of the word fit, one at least. */
    private int fitting(String word, float size, float width) throws IOException {
        int fits = word.offsetByCodePoints(0, 1);
        while (fits < word.length()) {
            int next = word.offsetByCodePoints(fits, 1);
            if (width(word.substring(0, next), size) > width) {
                break;
            }
            fits = next;
        }
        return fits;
    }
}
