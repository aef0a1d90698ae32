package medflip.imports.write;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.imports.events.ImportSubject;
import medflip.imports.write.Kind.MatchBy;
import medflip.imports.write.Kind.Mode;
import medflip.imports.write.SheetForm.Delimiter;
import medflip.imports.write.SheetForm.Encoding;
import medflip.platform.text.LooseDates.DayOrder;
import medflip.platform.text.LooseMoney.DecimalSign;
import org.jspecify.annotations.Nullable;

/**
 * How a file is understood and what is to be done with it: guessed first, then as a person says.
 *
 * @param columns what each column means, by {@link Field#word}; null for one that isn't used
 * @param spentIsNegative whether money that was spent is written with a minus, as banks do
 * @param buyerId whose price list the file is; null for the business's own
 * @param effectiveFrom from which day its prices hold; null for the day of the import
 */
record Settings(
        ImportSubject subject,
        SheetForm form,
        List<@Nullable String> columns,
        DayOrder dayOrder,
        DecimalSign decimalSign,
        boolean spentIsNegative,
        Mode mode,
        MatchBy matchBy,
        @Nullable UUID buyerId,
        @Nullable LocalDate effectiveFrom) {

    /** The same for a file that is written otherwise; it holds for other prices from another day on. */
    Settings of(SheetForm other) {
        return new Settings(
                subject, other, columns, dayOrder, decimalSign, spentIsNegative, mode, matchBy, buyerId, null);
    }

    /** How ledgers were understood before anything else could be imported. */
    static Settings ledger(List<@Nullable String> columns) {
        return new Settings(
                ImportSubject.DEALS,
                new SheetForm(Encoding.UTF_8, Delimiter.COMMA, 1),
                columns,
                DayOrder.MONTH_FIRST,
                DecimalSign.POINT,
                false,
                Mode.CREATE,
                MatchBy.ROW,
                null,
                null);
    }
}
