package medflip.imports.write;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import medflip.imports.events.ImportSubject;
import medflip.imports.write.ImportsApi.SettingsBody;
import medflip.kernel.TenantId;
import medflip.platform.privacy.BlindIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How files are understood: as one of the same shape was the last time, else as is most likely, then as a person says.
 */
@Component
class Understanding {

    private final ImportStore store;
    private final BlindIndex index;

    Understanding(ImportStore store, BlindIndex index) {
        this.store = store;
        this.index = index;
    }

    /** @param subject what a person says that the file is about, if anything was said */
    Reading<?> first(TenantId tenant, byte[] file, @Nullable ImportSubject subject) {
        SheetForm form = Sheet.guess(file);
        Sheet sheet = Sheet.read(file, form);
        Optional<Settings> remembered = store.remembered(tenant, shape(tenant, sheet.headings()))
                .filter(settings -> subject == null || settings.subject() == subject);
        Settings settings = remembered
                .map(known -> known.of(form))
                .orElseGet(() -> Reading.guess(
                        sheet, form, Objects.requireNonNullElseGet(subject, () -> Kinds.subject(sheet.headings()))));
        return Reading.of(sheet, settings);
    }

    /**
     * What is said counts; what isn't stays, or is guessed anew if the file is about something else or read otherwise.
     */
    Reading<?> changed(Settings now, byte[] file, SettingsBody said) {
        SheetForm form = new SheetForm(
                Objects.requireNonNullElse(said.encoding(), now.form().encoding()),
                Objects.requireNonNullElse(said.delimiter(), now.form().delimiter()),
                Objects.requireNonNullElse(said.headingRow(), now.form().headingRow()));
        ImportSubject subject = Objects.requireNonNullElse(said.subject(), now.subject());
        Sheet sheet = Sheet.read(file, form);
        Settings base = subject == now.subject() && form.equals(now.form()) ? now : Reading.guess(sheet, form, subject);
        return Reading.of(
                sheet,
                Reading.fitting(
                        new Settings(
                                subject,
                                form,
                                said.columns() == null ? base.columns() : said.columns(),
                                Objects.requireNonNullElse(said.dayOrder(), base.dayOrder()),
                                Objects.requireNonNullElse(said.decimalSign(), base.decimalSign()),
                                Objects.requireNonNullElse(said.spentIsNegative(), base.spentIsNegative()),
                                Objects.requireNonNullElse(said.mode(), base.mode()),
                                Objects.requireNonNullElse(said.matchBy(), base.matchBy()),
                                said.buyerId(),
                                said.effectiveFrom()),
                        sheet.headings().size()));
    }

    /** The next file with the same headings will be understood as this one was. */
    void remember(TenantId tenant, List<String> headings, Settings settings) {
        store.remember(tenant, shape(tenant, headings), settings);
    }

    private String shape(TenantId tenant, List<String> headings) {
        return index.hex(
                tenant, "import-shape", headings.stream().map(Field::fold).collect(Collectors.joining("\n")));
    }
}
