package medflip.platform.web;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row as the values they are. */
public final class Columns {

    private Columns() {}

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** An amount in the currency that the row's column {@code currency} names. */
    public static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), row.getString("currency"));
    }

    public static @Nullable Money moneyOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : money(row, column);
    }

    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** A month, stored as its first day. */
    public static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(date(row, column));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : instant(row, column);
    }

    public static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column));
    }

    public static <E extends Enum<E>> @Nullable E constantOrNull(ResultSet row, String column, Class<E> type)
            throws SQLException {
        return row.getString(column) == null ? null : constant(row, column, type);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
