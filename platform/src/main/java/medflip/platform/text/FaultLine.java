package medflip.platform.text;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a log line may tell of a fault in the midst of somebody's data: which classes, the database's code, and where in
 * our code. Never a message: a database tells in it which value it didn't take.
 */
public final class FaultLine {

    private static final int CAUSES = 8;
    private static final String OURS = "medflip.";

    private FaultLine() {}

    /** {@code DataIntegrityViolationException at ErasureStore.next:120 < PSQLException 23514}. */
    public static String of(Throwable fault) {
        return Stream.iterate(fault, each -> each != null, Throwable::getCause)
                .limit(CAUSES)
                .map(FaultLine::one)
                .collect(Collectors.joining(" < "));
    }

    private static String one(Throwable fault) {
        String code = fault instanceof SQLException refused ? " " + refused.getSQLState() : "";
        String place = Stream.of(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " at "
                        + frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + "."
                        + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
        return fault.getClass().getSimpleName() + code + place;
    }
}
