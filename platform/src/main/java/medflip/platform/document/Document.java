package medflip.platform.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a paper says, from top to bottom. It holds no time of its making: every date comes from what it tells of.
 *
 * @param title what kind of paper it is, as it stands on top
 * @param name of its file, without the ending
 */
public record Document(String title, String name, List<Part> parts) {

    /** A part over the whole width. */
    public sealed interface Part {}

    /** Words above what follows. */
    public record Heading(String text) implements Part {}

    /** Text that wraps; a line break in it stays. */
    public record Paragraph(String text) implements Part {}

    /** Who has to do with each other, side by side. */
    public record Parties(List<Party> parties) implements Part {}

    /** @param lines name first, then where and how that party is reached */
    public record Party(String role, List<String> lines) {}

    /** Labels with their values, one below the other; those without a value are left out. */
    public record Facts(List<Fact> facts) implements Part {

        public Facts {
            facts = facts.stream().filter(fact -> fact.value() != null).toList();
        }
    }

    /** A label and its value, if there is one. */
    public record Fact(String label, @Nullable String value) {}

    /**
     * Rows that flow over pages, each page with the titles again.
     *
     * @param rows a cell for each column
     * @param sums what stands below, aligned with the last column
     */
    public record Table(List<Column> columns, List<List<String>> rows, List<Fact> sums) implements Part {}

    /** @param share of the width, in relation to the other columns' */
    public record Column(String title, int share, boolean right) {

        public static Column text(String title, int share) {
            return new Column(title, share, false);
        }

        public static Column figures(String title, int share) {
            return new Column(title, share, true);
        }
    }

    /** Lines to sign on. */
    public record Signatures(List<String> who) implements Part {}

    /** Its bytes, to be printed. */
    public byte[] pdf() {
        return PdfPages.of(this);
    }
}
