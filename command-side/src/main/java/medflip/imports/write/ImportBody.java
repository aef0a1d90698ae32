package medflip.imports.write;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.imports.events.ImportSubject;
import medflip.imports.write.ImportRowStore.RowCounts;
import medflip.imports.write.ImportStore.About;
import medflip.imports.write.ImportStore.Standing;
import medflip.imports.write.ImportStore.State;
import medflip.imports.write.Kind.MatchBy;
import medflip.imports.write.Kind.Mode;
import medflip.imports.write.SheetForm.Delimiter;
import medflip.imports.write.SheetForm.Encoding;
import medflip.platform.text.LooseDates.DayOrder;
import medflip.platform.text.LooseMoney.DecimalSign;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it is. Of {@code goodRows} so many are {@code done}; what became of them is counted, also after
 * a try ({@code checked}). {@code missing} names what no column is taken for, although every row needs it;
 * {@code position} is 0 until it has finished.
 */
record ImportBody(
        UUID id,
        State state,
        ImportSubject subject,
        String fileName,
        Instant uploadedAt,
        int rows,
        int goodRows,
        int badRows,
        boolean checked,
        RowCounts counts,
        List<About.Meaning> columns,
        List<FieldBody> fields,
        List<String> missing,
        List<Mode> modes,
        List<MatchBy> matches,
        SettingsView settings,
        long version,
        long position)
        implements Versioned {

    /** Something that a column can be taken for. */
    @Schema(name = "ImportFieldBody")
    record FieldBody(String word, String heading, boolean required) {}

    /** How a file is read and what is to be done with it. */
    record SettingsView(
            Encoding encoding,
            Delimiter delimiter,
            int headingRow,
            DayOrder dayOrder,
            DecimalSign decimalSign,
            boolean spentIsNegative,
            Mode mode,
            MatchBy matchBy,
            @Nullable UUID buyerId,
            @Nullable LocalDate effectiveFrom) {

        static SettingsView of(Settings settings) {
            return new SettingsView(
                    settings.form().encoding(),
                    settings.form().delimiter(),
                    settings.form().headingRow(),
                    settings.dayOrder(),
                    settings.decimalSign(),
                    settings.spentIsNegative(),
                    settings.mode(),
                    settings.matchBy(),
                    settings.buyerId(),
                    settings.effectiveFrom());
        }
    }

    static ImportBody of(Standing standing) {
        Settings settings = standing.about().understanding();
        Kind<?> kind = Kinds.of(settings.subject());
        List<Field> taken = settings.columns().stream()
                .filter(Objects::nonNull)
                .map(kind::called)
                .flatMap(Optional::stream)
                .toList();
        return new ImportBody(
                standing.id().local(),
                standing.state(),
                settings.subject(),
                standing.about().fileName(),
                standing.uploadedAt(),
                standing.rows(),
                standing.goodRows(),
                standing.badRows(),
                standing.checked(),
                standing.counts(),
                standing.about().columns(),
                Stream.concat(kind.fields().stream(), taken.stream())
                        .distinct()
                        .map(field -> new FieldBody(field.word(), field.heading(), field.required()))
                        .toList(),
                kind.missing(taken).stream().map(Field::word).toList(),
                kind.modes(),
                kind.matches(),
                SettingsView.of(settings),
                standing.version(),
                standing.finishedPosition());
    }
}
