package medflip.launcher.command;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * Everything that decides: aggregates, automations, what the write side keeps beside events, and what is done at other
 * services. It migrates both databases. Lists and reports are read elsewhere, and webhooks come in elsewhere.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"medflip.*.write", "medflip.*.automation", "medflip.platform"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "medflip\\.platform\\.report\\..*",
                            "medflip\\.platform\\.operation\\.RebuildsApi",
                            "medflip\\.platform\\.web\\.(LiveApi|ListAnswers|Listings|PastListings)"
                        }))
// Proofs of the seal are signed when they are asked for, and what is destroyed is destroyed in one place.
@ComponentScan(
        basePackages = "medflip.audit.read",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "medflip\\.audit\\.read\\.(seal\\.(BundleApi|BundleContent|BundleStore|SealApi)"
                                + "|replay\\.(ViewCheckRetention|RetainedViewCheckStore))"))
// What people ask about the simulators of outside services: in the composition there are none, and that is the answer.
@ComponentScan(
        basePackages = "medflip.launcher",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "medflip\\.launcher\\.\\w+Api"))
public class CommandSide {

    static {
        // Set before Axon's first class loads: no advertisement in the log.
        System.setProperty("disable-axoniq-console-message", "true");
    }

    public static void main(String[] arguments) {
        SpringApplication side = new SpringApplication(CommandSide.class, ListsElsewhere.class);
        side.setDefaultProperties(Map.of("spring.config.name", "command-side"));
        side.run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
