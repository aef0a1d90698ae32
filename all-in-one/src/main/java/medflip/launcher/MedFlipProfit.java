package medflip.launcher;

import java.time.Clock;
import medflip.platform.tenancy.AsOf;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The whole service in one process. */
@SpringBootApplication(scanBasePackages = "medflip")
public class MedFlipProfit {

    static {
        // Set before Axon's first class loads: no advertisement in the log.
        System.setProperty("disable-axoniq-console-message", "true");
    }

    public static void main(String[] arguments) {
        SpringApplication.run(MedFlipProfit.class, arguments);
    }

    /** What "today" is wherever a caller leaves a date out, also in the past; tests set their own. */
    @Bean
    Clock clock(AsOf asOf) {
        return asOf.clock(Clock.systemUTC());
    }
}
