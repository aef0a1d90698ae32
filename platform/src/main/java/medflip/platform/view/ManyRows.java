package medflip.platform.view;

import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A statement for one row made into one for many: its values come as arrays, one a parameter, and the database is asked
 * once instead of once a row. What it does to each row is the same, as long as no row is among them twice.
 */
final class ManyRows {

    private static final String VALUES = "VALUES (";
    private static final String WHERE = "WHERE ";

    private final String sql;
    private final List<String> types;

    private ManyRows(String sql, List<String> types) {
        this.sql = sql;
        this.types = types;
    }

    /**
     * Understands {@code INSERT … VALUES (…) [ON CONFLICT …]} and {@code UPDATE … SET … WHERE …} without a subquery, no
     * {@code ?} in a text of theirs, none behind ON CONFLICT.
     *
     * @return nothing for a statement of another form
     */
    static Optional<ManyRows> of(String sql, Connection connection) throws SQLException {
        List<String> types = parameterTypes(sql, connection);
        String named = named(sql, types);
        String given = "FROM unnest(%s) AS given (%s) "
                .formatted(
                        types.stream().map(type -> "?::" + carrier(type) + "[]").collect(Collectors.joining(", ")),
                        IntStream.range(0, types.size())
                                .mapToObj(ManyRows::name)
                                .collect(Collectors.joining(", ")));
        return fromGiven(named.strip(), given)
                .filter(many -> !types.contains("bytea"))
                .map(many -> new ManyRows(many, types));
    }

    private static Optional<String> fromGiven(String named, String given) {
        if (named.startsWith("INSERT ") && named.contains(VALUES)) {
            int values = named.indexOf(VALUES);
            int open = values + VALUES.length();
            int close = closing(named, open);
            String conflict = named.substring(close + 1);
            return conflict.contains("given.")
                    ? Optional.empty()
                    : Optional.of(named.substring(0, values) + "SELECT " + named.substring(open, close) + " " + given
                            + conflict);
        }
        int where = named.indexOf(WHERE);
        if (named.startsWith("UPDATE ") && where > 0 && where == named.lastIndexOf(WHERE) && !named.contains("FROM ")) {
            return Optional.of(named.substring(0, where) + given + named.substring(where));
        }
        return Optional.empty();
    }

    private static int closing(String sql, int from) {
        int depth = 1;
        int i = from;
        while (depth > 0) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            i++;
        }
        return i - 1;
    }

    private static List<String> parameterTypes(String sql, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ParameterMetaData parameters = statement.getParameterMetaData();
            List<String> types = new ArrayList<>();
            for (int i = 1; i <= parameters.getParameterCount(); i++) {
                types.add(parameters.getParameterTypeName(i));
            }
            return types;
        }
    }

    /** The statement with the given columns' names in the parameters' places. */
    private static String named(String sql, List<String> types) {
        StringBuilder named = new StringBuilder();
        int parameter = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '?') {
                String type = types.get(parameter);
                named.append("given.").append(name(parameter));
                if (!carrier(type).equals(type)) {
                    named.append("::").append(type);
                }
                parameter++;
            } else {
                named.append(c);
            }
        }
        return named.toString();
    }

    private static String name(int parameter) {
        return "p" + parameter;
    }

    /** An array among the values travels as its text: an array of arrays would be flattened. */
    private static String carrier(String type) {
        return type.startsWith("_") ? "text" : type;
    }

    /** @param executions values of each row, of different rows all */
    void execute(List<@Nullable Object[]> executions, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < types.size(); i++) {
                @Nullable Object[] column = new @Nullable Object[executions.size()];
                for (int row = 0; row < column.length; row++) {
                    column[row] = Rows.bound(connection, executions.get(row)[i]);
                }
                statement.setArray(i + 1, connection.createArrayOf(carrier(types.get(i)), column));
            }
            statement.executeUpdate();
        }
    }
}
