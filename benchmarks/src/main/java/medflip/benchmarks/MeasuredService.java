package medflip.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import medflip.launcher.MedFlipProfit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The whole service in a benchmark's own process, on ports and a folder of its own, the latter gone when it is closed;
 * with cheap password hashes, no throttle and no quota.
 */
record MeasuredService(ConfigurableApplicationContext context, Path folder) implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "--server.port=0",
            "--medflip.embedded.port=0",
            "--medflip.accounts.password-iterations=1000",
            "--medflip.accounts.sign-ins-per-account=1000000",
            "--medflip.accounts.sign-ins-per-address=1000000",
            "--medflip.limits.per-address=1000000",
            "--medflip.limits.per-caller=1000000",
            "--medflip.limits.per-business=1000000",
            "--medflip.webhooks.calls-per-source=1000000",
            "--logging.level.root=warn");

    /** @param others settings that take the place of those above, or are new */
    static MeasuredService start(String... others) throws IOException {
        Path folder = Files.createTempDirectory("medflip-benchmark");
        List<String> settings = new ArrayList<>(SETTINGS);
        for (String other : others) {
            settings.removeIf(setting -> setting.startsWith(other.substring(0, other.indexOf('=') + 1)));
            settings.add(other);
        }
        settings.add("--medflip.data=" + folder);
        return new MeasuredService(
                new SpringApplicationBuilder(MedFlipProfit.class).run(settings.toArray(String[]::new)), folder);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public void close() throws IOException {
        try {
            context.close();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
