package medflip.messaging.write;

import com.twilio.http.TwilioRestClient;
import java.net.URI;
import java.time.Duration;
import medflip.platform.twilio.SimulatedTwilio;
import medflip.platform.twilio.TwilioAccount;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A client of Twilio for each account: nothing is shared between two businesses (policy promise P4.1). */
@Component
class TwilioClients {

    private final ObjectProvider<SimulatedTwilio> simulator;
    private final URI baseUrl;
    private final Duration timeout;

    TwilioClients(
            ObjectProvider<SimulatedTwilio> simulator,
            @Value("${medflip.twilio.base-url:https://api.twilio.com}") URI baseUrl,
            @Value("${medflip.twilio.call-timeout:20s}") Duration timeout) {
        this.simulator = simulator;
        this.baseUrl = baseUrl;
        this.timeout = timeout;
    }

    TwilioRestClient of(TwilioAccount account) {
        return new TwilioRestClient.Builder(account.sid(), account.token())
                .httpClient(new TwilioCalls(baseUrl(account), timeout))
                .build();
    }

    /** Of the API at which the account is known. */
    URI baseUrl(TwilioAccount account) {
        SimulatedTwilio simulated = simulator.getIfAvailable();
        return simulated != null && simulated.knows().test(account.sid()) ? simulated.baseUrl() : baseUrl;
    }
}
