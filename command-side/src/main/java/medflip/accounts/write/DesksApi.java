package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import medflip.accounts.events.DeskId;
import medflip.accounts.events.FilterId;
import medflip.accounts.events.ListName;
import medflip.accounts.write.DeskCommand.ChooseColumns;
import medflip.accounts.write.DeskCommand.DropFilter;
import medflip.accounts.write.DeskCommand.RestoreFilter;
import medflip.accounts.write.DeskCommand.SaveFilter;
import medflip.kernel.PersonalText;
import medflip.kernel.Texts;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Columns and filters of lists: each user's own, and filters that all who work for the business share. */
@RestController
@RequestMapping("/api/lists")
class DesksApi {

    private static final int NAME_MAX = 60;
    private static final int COLUMNS_MAX = 60;

    /** {@code shown}: the columns' names, as the list calls them. */
    record ColumnsBody(
            @Schema(requiredMode = REQUIRED) @Nullable ListName list,
            @Schema(requiredMode = REQUIRED) @Nullable List<String> shown) {}

    /**
     * A filter to keep; with the id of one that is kept already, in its place.
     *
     * @param query what the list shows, as its screen understands it
     */
    record FilterBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable ListName list,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable String query) {

        SaveFilter on(DeskId desk) {
            Faults faults = new Faults();
            ListName parsedList = faults.required("list", list, each -> each);
            PersonalText parsedName =
                    faults.required("name", name, text -> new PersonalText(Texts.line("A name", text, NAME_MAX)));
            PersonalText parsedQuery = faults.required("query", query, PersonalText::parse);
            faults.throwIfAny();
            return new SaveFilter(
                    desk,
                    FilterId.of(desk.tenantId(), Objects.requireNonNullElseGet(id, Ids::next)),
                    parsedList,
                    parsedName,
                    parsedQuery);
        }
    }

    record FilterIdBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID filterId) {

        DropFilter drop(DeskId desk) {
            return new DropFilter(desk, in(desk));
        }

        RestoreFilter restore(DeskId desk) {
            return new RestoreFilter(desk, in(desk));
        }

        private FilterId in(DeskId desk) {
            Faults faults = new Faults();
            UUID id = faults.required("filterId", filterId, each -> each);
            faults.throwIfAny();
            return FilterId.of(desk.tenantId(), id);
        }
    }

    @PostMapping("/columns")
    @Requires(Permission.SELF)
    ResponseEntity<CommandAnswer> chooseColumns(CommandRequest request, SignedIn who, @RequestBody ColumnsBody body) {
        Faults faults = new Faults();
        ListName list = faults.required("list", body.list(), each -> each);
        List<String> shown = faults.each("shown", body.shown(), text -> Texts.line("A column", text, NAME_MAX));
        faults.check(!shown.isEmpty() && shown.size() <= COLUMNS_MAX, "shown", "A list shows 1 to 60 columns.");
        faults.throwIfAny();
        return request.make(new ChooseColumns(DeskId.of(who.userId()), list, shown));
    }

    @PostMapping("/filters")
    @Requires(Permission.SELF)
    ResponseEntity<CommandAnswer> saveFilter(CommandRequest request, SignedIn who, @RequestBody FilterBody body) {
        return request.make(body.on(DeskId.of(who.userId())));
    }

    @PostMapping("/filters/drop")
    @Requires(Permission.SELF)
    ResponseEntity<CommandAnswer> dropFilter(CommandRequest request, SignedIn who, @RequestBody FilterIdBody body) {
        return request.make(body.drop(DeskId.of(who.userId())));
    }

    @PostMapping("/filters/restore")
    @Requires(Permission.SELF)
    ResponseEntity<CommandAnswer> restoreFilter(CommandRequest request, SignedIn who, @RequestBody FilterIdBody body) {
        return request.make(body.restore(DeskId.of(who.userId())));
    }

    /** Keeps a filter for everybody who works for the business. */
    @PostMapping("/shared-filters")
    ResponseEntity<CommandAnswer> shareFilter(CommandRequest request, @RequestBody FilterBody body) {
        return request.make(body.on(shared(request)));
    }

    @PostMapping("/shared-filters/drop")
    ResponseEntity<CommandAnswer> dropSharedFilter(CommandRequest request, @RequestBody FilterIdBody body) {
        return request.make(body.drop(shared(request)));
    }

    @PostMapping("/shared-filters/restore")
    ResponseEntity<CommandAnswer> restoreSharedFilter(CommandRequest request, @RequestBody FilterIdBody body) {
        return request.make(body.restore(shared(request)));
    }

    private static DeskId shared(CommandRequest request) {
        return DeskId.shared(request.caller().tenant());
    }
}
