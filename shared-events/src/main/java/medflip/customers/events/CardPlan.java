package medflip.customers.events;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;

/** What a business writes on the cards of its people. Names may change: what is on a card is known by its id. */
public record CardPlan(List<Tag> tags, List<Field> fields, List<LeadSource> leadSources) {

    public static final CardPlan EMPTY = new CardPlan(List.of(), List.of(), List.of());

    /** A word to sort people by. */
    public record Tag(
            UUID id,

            @NotPersonal("a word of the business's own list")
            String name,

            Colour colour) {}

    public enum Colour {
        GRAY,
        RED,
        ORANGE,
        YELLOW,
        GREEN,
        TEAL,
        BLUE,
        VIOLET,
        PINK
    }

    /**
     * Something that the business wants to know of each person.
     *
     * @param choices what can be chosen; empty unless it is a choice
     */
    public record Field(
            UUID id,

            @NotPersonal("a heading of the business's own cards")
            String name,

            FieldKind kind,

            @NotPersonal("answers to choose from, the same for everybody")
            List<String> choices) {}

    public enum FieldKind {
        TEXT,
        NUMBER,
        DATE,
        CHOICE
    }

    /**
     * Where people hear of the business.
     *
     * @param formerNames what it was called before: people who came by it then came by it
     * @param spending what it cost, month by month
     */
    public record LeadSource(
            UUID id,

            @NotPersonal("a channel of the business's own list")
            String name,

            @NotPersonal("earlier names of the channel") List<String> formerNames,

            List<Spending> spending) {}

    /** What a lead source cost in a month. */
    public record Spending(YearMonth month, Money amount) {}

    public Optional<Field> field(UUID id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    public boolean hasTag(UUID id) {
        return tags.stream().anyMatch(tag -> tag.id().equals(id));
    }
}
