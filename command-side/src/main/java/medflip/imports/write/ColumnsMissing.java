package medflip.imports.write;

import java.util.List;
import java.util.stream.Collectors;
import medflip.platform.command.Rejection;

/** No column is taken for something that every row needs. */
record ColumnsMissing(List<Field> fields) implements Rejection {

    @Override
    public String name() {
        return "COLUMNS_MISSING";
    }

    @Override
    public Because because() {
        String missing = fields.stream().map(Field::heading).collect(Collectors.joining(", "));
        return new Because(
                "No column is taken for: " + missing + ". Say which of the file's columns it is.", Kind.UNPROCESSABLE);
    }
}
