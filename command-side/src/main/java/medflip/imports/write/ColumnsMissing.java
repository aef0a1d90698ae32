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
    public String message() {
        return "The file has no column for: "
                + columns.stream().map(Column::heading).collect(Collectors.joining(", "))
                + ". Name the columns in the first row.";
    }

    @Override
    public Kind kind() {
        return Kind.UNPROCESSABLE;
    }

    @Override
    public String domain() {
        return "imports";
    }
}
