package medflip.launcher.query;

import java.time.Clock;
import java.util.Map;
import medflip.platform.command.StandingStore;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.LogUntouched;
import medflip.platform.view.LiveChanges;
import medflip.platform.view.LiveRelay;
import medflip.platform.view.StoredPositions;
import medflip.platform.web.ReturningUsers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * Everything that answers: projections, lists, reports, archives. It has nothing that decides, works at other services,
 * erases or destroys, and its role at the database can't add to the log; where it makes tables beside the views, it
 * takes the part of the role that owns views.
 */
@EnableAutoConfiguration
@Import({LogUntouched.class, StandingStore.class})
@ComponentScan(
        basePackages = {"medflip.*.read", "medflip.platform"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "medflip\\.platform\\.(backup|inbox|mail|outbox|retention|seal|stripe|twilio)\\..*",
                            "medflip\\.platform\\.operation\\.(?!RebuildsApi).*",
                            // What signs and what destroys is the command side's.
                            "medflip\\.audit\\.read\\.(seal\\..*|replay\\.(ViewCheckRetention|RetainedViewCheckStore))",
                            "medflip\\.platform\\.files\\.(AttachedFileIndex|File(s|Links)Api|FileSweep)",
                            "medflip\\.platform\\.messaging\\.CommandConfiguration",
                            "medflip\\.platform\\.routing\\.RoutingConfiguration",
                            "medflip\\.platform\\.privacy\\.LedgerConfiguration",
                            "medflip\\.platform\\.web\\.Bulk"
                        }))
public class QuerySide {

    static {
        // Set before Axon's first class loads: no advertisement in the log.
        System.setProperty("disable-axoniq-console-message", "true");
    }

    public static void main(String[] arguments) {
        SpringApplication side = new SpringApplication(QuerySide.class);
        side.setDefaultProperties(Map.of("spring.config.name", "query-side"));
        side.run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ReturningUsers returningUsers(@Value("${medflip.tls:false}") boolean tls) {
        return new RememberedElsewhere(tls);
    }

    @Bean
    LiveRelay liveRelay(LiveChanges live, DatabaseAccess access, StoredPositions positions) {
        return new LiveRelay(live, access, positions);
    }
}
