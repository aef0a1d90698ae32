package medflip.launcher;

import java.time.Clock;
import medflip.platform.twilio.SimulatedTwilio;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands in for Twilio, for businesses that connect an account it made up; an installation can switch it off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "medflip.twilio.simulator", matchIfMissing = true, havingValue = "true")
class TwilioSimulatorConfiguration {

    @Bean
    TwilioSimulator twilioSimulator(Clock clock) {
        return new TwilioSimulator(clock);
    }

    @Bean
    SimulatedTwilio simulatedTwilio(TwilioSimulator simulator) {
        return simulator.asTwilio();
    }
}
