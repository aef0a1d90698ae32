package medflip.imports.write;

import java.util.List;
import java.util.stream.Collectors;
import medflip.platform.command.Rejection;

/** The file has no column for something that every deal needs. */
record ColumnsMissing(List<Column> columns) implements Rejection {

    @Override
    public String name() {
        return "COLUMNS_MISSING";
    }

    @Override
    public Because because() {
        String missing = columns.stream().map(Column::heading).collect(Collectors.joining(", "));
        return new Because(
                "The file has no column for: " + missing + ". Name the columns in the first row.", Kind.UNPROCESSABLE);
    }
}
