package medflip.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import medflip.platform.document.Document.Column;
import medflip.platform.document.Document.Fact;
import medflip.platform.document.Document.Facts;
import medflip.platform.document.Document.Heading;
import medflip.platform.document.Document.Paragraph;
import medflip.platform.document.Document.Part;
import medflip.platform.document.Document.Parties;
import medflip.platform.document.Document.Party;
import medflip.platform.document.Document.Signatures;
import medflip.platform.document.Document.Table;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Lays a document out on pages of US Letter, from top to bottom; what doesn't fit goes on the next page. */
final class PdfPages {

    private static final PDRectangle PAPER = PDRectangle.LETTER;
    private static final float MARGIN = 54;
    private static final float RIGHT = PAPER.getWidth() - MARGIN;
    private static final float WIDTH = RIGHT - MARGIN;
    private static final float BOTTOM = MARGIN + 18;

    private static final float TITLE = 20;
    private static final float HEADING = 12;
    private static final float TEXT = 10;
    private static final float SMALL = 8.5f;
    private static final float LEADING = 1.35f;
    /** How far letters reach below their line, as a share of their size. */
    private static final float BELOW = 0.22f;

    private static final float GAP = 14;
    private static final float CELL = 4;
    private static final float LABELS = 110;

    private static final float BLACK = 0;
    private static final float GREY = 0.4f;
    private static final float HAIR = 0.75f;

    private final PDDocument pdf;
    private final PdfFont font;
    private PDPageContentStream page;
    private float y;

    private PdfPages(PDDocument pdf) throws IOException {
        this.pdf = pdf;
        this.font = PdfFont.in(pdf);
        this.page = opened();
    }

    static byte[] of(Document document) {
        try (PDDocument pdf = new PDDocument()) {
            // Else the library makes one of the time of day, and no two files are alike.
            pdf.setDocumentId(0L);
            pdf.getDocumentInformation().setTitle(document.title());
            pdf.getDocumentCatalog().setLanguage("en-US");
            PdfPages pages = new PdfPages(pdf);
            pages.lines(document.title(), TITLE, true, BLACK);
            float gap = GAP;
            for (Part part : document.parts()) {
                pages.y -= gap;
                pages.part(part);
                gap = part instanceof Heading ? CELL : GAP;
            }
            pages.page.close();
            pages.number(document.title());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing here leaves the memory", e);
        }
    }

    private void part(Part part) throws IOException {
        switch (part) {
            case Heading heading -> {
                room(HEADING * LEADING + 3 * TEXT * LEADING);
                lines(heading.text(), HEADING, true, BLACK);
            }
            case Paragraph paragraph -> lines(paragraph.text(), TEXT, false, BLACK);
            case Parties parties -> parties(parties.parties());
            case Facts facts -> facts(facts.facts());
            case Table table -> table(table);
            case Signatures signatures -> signatures(signatures.who());
        }
    }

    private void lines(String text, float size, boolean bold, float grey) throws IOException {
        for (String line : font.wrapped(text, size, WIDTH)) {
            room(size * LEADING);
            y -= size * LEADING;
            draw(line, MARGIN, y, size, bold, grey);
        }
    }

    private void parties(List<Party> parties) throws IOException {
        float width = WIDTH / parties.size();
        List<List<String>> columns = new ArrayList<>();
        int most = 0;
        for (Party party : parties) {
            List<String> lines = new ArrayList<>();
            for (String line : party.lines()) {
                lines.addAll(font.wrapped(line, TEXT, width - GAP));
            }
            columns.add(lines);
            most = Math.max(most, lines.size());
        }
        room(SMALL * LEADING + most * TEXT * LEADING);
        float top = y - SMALL * LEADING;
        for (int i = 0; i < parties.size(); i++) {
            float x = MARGIN + i * width;
            draw(font.drawable(parties.get(i).role()), x, top, SMALL, false, GREY);
            for (int line = 0; line < columns.get(i).size(); line++) {
                draw(columns.get(i).get(line), x, top - (line + 1) * TEXT * LEADING, TEXT, line == 0, BLACK);
            }
        }
        y = top - most * TEXT * LEADING;
    }

    private void facts(List<Fact> facts) throws IOException {
        for (Fact fact : facts) {
            List<String> lines = font.wrapped(Objects.requireNonNull(fact.value()), TEXT, WIDTH - LABELS);
            room(lines.size() * TEXT * LEADING);
            draw(font.drawable(fact.label()), MARGIN, y - TEXT * LEADING, TEXT, false, GREY);
            for (String line : lines) {
                y -= TEXT * LEADING;
                draw(line, MARGIN + LABELS, y, TEXT, false, BLACK);
            }
        }
    }

    private void table(Table table) throws IOException {
        List<String> titles = table.columns().stream().map(Column::title).toList();
        room(4 * TEXT * LEADING);
        row(table.columns(), titles, SMALL, GREY);
        for (List<String> cells : table.rows()) {
            if (y - height(table.columns(), cells, TEXT) < BOTTOM) {
                turn();
                row(table.columns(), titles, SMALL, GREY);
            }
            row(table.columns(), cells, TEXT, BLACK);
        }
        room(table.sums().size() * TEXT * LEADING + CELL);
        y -= CELL;
        for (int i = 0; i < table.sums().size(); i++) {
            Fact sum = table.sums().get(i);
            boolean last = i == table.sums().size() - 1;
            y -= TEXT * LEADING;
            drawRight(Objects.requireNonNullElse(sum.value(), ""), RIGHT - CELL, y, TEXT, last, BLACK);
            drawRight(sum.label(), RIGHT - LABELS, y, TEXT, last, last ? BLACK : GREY);
        }
    }

    private float height(List<Column> columns, List<String> cells, float size) throws IOException {
        int most = 1;
        for (int i = 0; i < columns.size(); i++) {
            most = Math.max(
                    most,
                    font.wrapped(cells.get(i), size, width(columns, i) - 2 * CELL)
                            .size());
        }
        return most * size * LEADING + 2 * CELL;
    }

    private void row(List<Column> columns, List<String> cells, float size, float grey) throws IOException {
        float height = height(columns, cells, size);
        room(height);
        float top = y;
        float x = MARGIN;
        for (int i = 0; i < columns.size(); i++) {
            float width = width(columns, i);
            float baseline = top - CELL + size * BELOW;
            for (String line : font.wrapped(cells.get(i), size, width - 2 * CELL)) {
                baseline -= size * LEADING;
                if (columns.get(i).right()) {
                    drawRight(line, x + width - CELL, baseline, size, false, grey);
                } else {
                    draw(line, x + CELL, baseline, size, false, grey);
                }
            }
            x += width;
        }
        y = top - height;
        rule(MARGIN, RIGHT, y);
    }

    private static float width(List<Column> columns, int column) {
        int all = columns.stream().mapToInt(Column::share).sum();
        return WIDTH * columns.get(column).share() / all;
    }

    private void signatures(List<String> who) throws IOException {
        float width = WIDTH / who.size();
        room(4 * GAP + SMALL * LEADING);
        y -= 3 * GAP;
        for (int i = 0; i < who.size(); i++) {
            float x = MARGIN + i * width;
            rule(x, x + width - GAP, y);
            draw(font.drawable(who.get(i)), x, y - SMALL * LEADING, SMALL, false, GREY);
        }
        y -= SMALL * LEADING;
    }

    private void room(float height) throws IOException {
        if (y - height < BOTTOM) {
            turn();
        }
    }

    private void turn() throws IOException {
        page.close();
        page = opened();
    }

    private PDPageContentStream opened() throws IOException {
        PDPage next = new PDPage(PAPER);
        pdf.addPage(next);
        y = PAPER.getHeight() - MARGIN;
        return new PDPageContentStream(pdf, next);
    }

    /** How many pages there are is known at the end. */
    private void number(String title) throws IOException {
        int pages = pdf.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            page = new PDPageContentStream(pdf, pdf.getPage(i), AppendMode.APPEND, true, true);
            draw(font.drawable(title), MARGIN, MARGIN, SMALL, false, GREY);
            drawRight("Page " + (i + 1) + " of " + pages, RIGHT, MARGIN, SMALL, false, GREY);
            page.close();
        }
    }

    private void drawRight(String text, float right, float baseline, float size, boolean bold, float grey)
            throws IOException {
        String drawable = font.drawable(text);
        draw(drawable, right - font.width(drawable, size), baseline, size, bold, grey);
    }

    /** The font has one weight: bold letters have an outline besides. */
    private void draw(String drawable, float x, float baseline, float size, boolean bold, float grey)
            throws IOException {
        page.beginText();
        page.setFont(font.font(), size);
        page.setNonStrokingColor(grey);
        page.setStrokingColor(grey);
        page.setLineWidth(size * 0.035f);
        page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        page.newLineAtOffset(x, baseline);
        page.showText(drawable);
        page.endText();
    }

    private void rule(float from, float to, float at) throws IOException {
        page.setStrokingColor(GREY + GREY);
        page.setLineWidth(HAIR);
        page.moveTo(from, at);
        page.lineTo(to, at);
        page.stroke();
    }
}
