package medflip.imports.write;

import medflip.imports.events.ImportSubject;

/** Files as they are understood without anybody having said anything. */
final class Understood {

    private Understood() {}

    static Reading<?> read(byte[] file) {
        SheetForm form = Sheet.guess(file);
        Sheet sheet = Sheet.read(file, form);
        return Reading.of(sheet, Reading.guess(sheet, form, Kinds.subject(sheet.headings())));
    }

    @SuppressWarnings("unchecked") // a reading of deals says purchases
    static Reading<Purchase> ledger(byte[] file) {
        SheetForm form = Sheet.guess(file);
        Sheet sheet = Sheet.read(file, form);
        return (Reading<Purchase>) Reading.of(sheet, Reading.guess(sheet, form, ImportSubject.DEALS));
    }
}
