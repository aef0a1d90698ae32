package medflip.benchmarks;

import java.util.List;
import java.util.Locale;

/** Prints what was measured, as Markdown. */
final class Report {

    private Report() {}

    /** What a table is about, and on which machine. */
    @SuppressWarnings("AnnotateFormatMethod") // The annotation is Error Prone's own, and no dependency of ours.
    static void heading(String format, Object... values) {
        System.out.printf(
                "%n%s; %d processors, %s %s, Java %s%n%n",
                String.format(Locale.ROOT, format, values),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }

    static void row(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    /** Median, least and most. */
    static String spread(String format, List<Double> values) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                median(values),
                values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow());
    }

    /** Medians of both. */
    static String cpu(List<CpuTime> times) {
        return String.format(
                Locale.ROOT,
                "%.0f + %.0f",
                median(times.stream().map(CpuTime::jvm).toList()),
                median(times.stream().map(CpuTime::server).toList()));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
