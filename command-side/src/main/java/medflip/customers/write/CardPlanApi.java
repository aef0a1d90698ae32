package medflip.customers.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.customers.events.CardPlan;
import medflip.customers.events.CardPlan.Colour;
import medflip.customers.events.CardPlan.Field;
import medflip.customers.events.CardPlan.FieldKind;
import medflip.customers.events.CardPlan.LeadSource;
import medflip.customers.events.CardPlan.Spending;
import medflip.customers.events.CardPlan.Tag;
import medflip.customers.events.CardPlanId;
import medflip.customers.write.CardPlanCommand.SetCardPlan;
import medflip.kernel.Money;
import medflip.kernel.Texts;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes of what a business writes on the cards of its people. */
@RestController
class CardPlanApi {

    private static final int NAME_MAX = 80;
    private static final int MOST = 200;

    /** What has an id keeps what stands on cards already, also under another name. */
    record TagBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Nullable Colour colour) {}

    record FieldBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable FieldKind kind,
            @Nullable List<String> choices) {}

    record SpendingBody(
            @Schema(requiredMode = REQUIRED) @Nullable YearMonth month,
            @Schema(requiredMode = REQUIRED) @Nullable Money amount) {}

    record LeadSourceBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Nullable List<SpendingBody> spending) {}

    record CardPlanBody(
            @Nullable List<TagBody> tags,
            @Nullable List<FieldBody> fields,
            @Nullable List<LeadSourceBody> leadSources) {}

    /** Sets the whole plan. What is left out is on no card any more; put back under its id, it is there again. */
    @PostMapping("/api/card-plan")
    ResponseEntity<CommandAnswer> setCardPlan(CommandRequest request, @RequestBody CardPlanBody body) {
        Faults faults = new Faults();
        List<Tag> tags = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        List<LeadSource> sources = new ArrayList<>();
        each(faults, "tags", body.tags(), (path, tag) -> tags.add(tag(faults, path, tag)));
        each(faults, "fields", body.fields(), (path, field) -> fields.add(field(faults, path, field)));
        each(faults, "leadSources", body.leadSources(), (path, source) -> sources.add(source(faults, path, source)));
        unique(faults, "tags", tags.stream().map(Tag::name));
        unique(faults, "fields", fields.stream().map(Field::name));
        unique(faults, "leadSources", sources.stream().map(LeadSource::name));
        faults.throwIfAny();
        return request.make(
                new SetCardPlan(CardPlanId.of(request.caller().tenant()), new CardPlan(tags, fields, sources)));
    }

    private static Tag tag(Faults faults, String path, TagBody body) {
        return new Tag(
                id(body.id()), name(faults, path, body.name()), Objects.requireNonNullElse(body.colour(), Colour.GRAY));
    }

    private static Field field(Faults faults, String path, FieldBody body) {
        FieldKind kind = faults.required(path + ".kind", body.kind(), k -> k);
        List<String> choices =
                faults.each(path + ".choices", body.choices(), text -> Texts.line("A choice", text, NAME_MAX));
        faults.check(
                kind != FieldKind.CHOICE || !choices.isEmpty(),
                path + ".choices",
                "Name what there is to choose from.");
        return new Field(
                id(body.id()), name(faults, path, body.name()), kind, kind == FieldKind.CHOICE ? choices : List.of());
    }

    private static LeadSource source(Faults faults, String path, LeadSourceBody body) {
        List<Spending> spending = new ArrayList<>();
        each(faults, path + ".spending", body.spending(), (place, spent) -> {
            YearMonth month = faults.required(place + ".month", spent.month(), m -> m);
            Money amount = faults.required(place + ".amount", spent.amount(), Money::requireUsable);
            faults.check(amount == null || amount.minor() >= 0, place + ".amount", "A cost can't be negative.");
            spending.add(new Spending(month, amount));
        });
        return new LeadSource(id(body.id()), name(faults, path, body.name()), List.of(), spending);
    }

    private static UUID id(@Nullable UUID id) {
        return id == null ? Ids.next() : id;
    }

    private static String name(Faults faults, String path, @Nullable String name) {
        return faults.required(path + ".name", name, text -> Texts.line("A name", text, NAME_MAX));
    }

    private interface Each<T> {
        void at(String path, T body);
    }

    private static <T> void each(Faults faults, String field, @Nullable List<T> bodies, Each<T> each) {
        List<T> some = Objects.requireNonNullElse(bodies, List.of());
        faults.check(some.size() <= MOST, field, "At most " + MOST + ".");
        for (int i = 0; i < some.size(); i++) {
            each.at(field + "[" + i + "]", some.get(i));
        }
    }

    private static void unique(Faults faults, String field, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        int[] place = new int[1];
        names.forEach(name -> {
            faults.check(
                    name == null || seen.add(name.toLowerCase(Locale.ROOT)),
                    field + "[" + place[0] + "].name",
                    "There are two of this name.");
            place[0]++;
        });
    }
}
