package medflip.kernel;

/** How an event is called in the log: {@code <domain>.<RecordName>}, wherever its class stands. */
public final class StoredName {

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            String[] packages = type.getPackageName().split("\\.");
            return packages[1] + "." + type.getSimpleName();
        }
    };

    private StoredName() {}

    /** @param type an event's class, in a package {@code medflip.<domain>.events} */
    public static String of(Class<?> type) {
        return NAMES.get(type);
    }
}
