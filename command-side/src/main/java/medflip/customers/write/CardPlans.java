package medflip.customers.write;

import static medflip.platform.command.Rejection.require;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import medflip.customers.events.CardPlan;
import medflip.customers.events.CardPlan.Field;
import medflip.customers.events.CardPlanEvent.CardPlanSet;
import medflip.customers.events.CardPlanId;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.kernel.Texts;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Histories;
import org.springframework.stereotype.Component;

/** Knows what may be written on a card, by what was planned a moment ago. */
@Component
class CardPlans {

    private static final int LINE_MAX = 200;

    private final Histories histories;

    CardPlans(Histories histories) {
        this.histories = histories;
    }

    CardPlan of(TenantId tenant) {
        return histories
                .of(CardPlanId.of(tenant), CardPlanSet.class)
                .reduce((earlier, later) -> later)
                .map(CardPlanSet::plan)
                .orElse(CardPlan.EMPTY);
    }

    void requireTag(TenantId tenant, UUID tag) {
        require(of(tenant).hasTag(tag), CustomerRejection.NO_SUCH_TAG);
    }

    Field field(TenantId tenant, UUID field) {
        return of(tenant).field(field).orElseThrow(() -> new CommandRejected(CustomerRejection.NO_SUCH_FIELD));
    }

    /** @throws IllegalArgumentException if the field is for something else */
    static PersonalText value(Field field, String text) {
        String line = Texts.line("This", text, LINE_MAX);
        return new PersonalText(
                switch (field.kind()) {
                    case TEXT -> line;
                    case NUMBER -> number(line);
                    case DATE -> LocalDate.parse(line).toString();
                    case CHOICE -> choice(field, line);
                });
    }

    private static String number(String text) {
        try {
            return new BigDecimal(text.replace(",", "")).toPlainString();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("This is a number, such as 12.5.", e);
        }
    }

    private static String choice(Field field, String text) {
        if (!field.choices().contains(text)) {
            throw new IllegalArgumentException("Choose one of " + String.join(", ", field.choices()) + ".");
        }
        return text;
    }
}
