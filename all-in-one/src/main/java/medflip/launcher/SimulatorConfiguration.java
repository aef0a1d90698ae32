package medflip.launcher;

import java.time.Clock;
import medflip.platform.mail.ResendConfiguration.SimulatedResend;
import medflip.platform.web.PublicUrl;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands in for the outside services whose credentials aren't set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${medflip.resend.api-key:}'.isBlank()")
class SimulatorConfiguration {

    @Bean
    ResendSimulator resendSimulator(Clock clock, PublicUrl publicUrl) {
        return new ResendSimulator(clock, () -> publicUrl.of("/webhooks/resend"));
    }

    @Bean
    SimulatedResend simulatedResend(ResendSimulator simulator) {
        return simulator::account;
    }
}
