package medflip.messaging.read.connection;

import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how the business texts. */
@RestController("twilioConnectionQuestionsApi")
class TwilioConnectionApi {

    private final TwilioConnectionStore store;

    TwilioConnectionApi(TwilioConnectionStore store) {
        this.store = store;
    }

    /** The connection with Twilio, if there is one. */
    @GetMapping("/api/twilio-connection")
    @Reads(TwilioConnectionProjection.GROUP)
    TwilioConnection findTwilioConnection(Caller caller) {
        return store.of(caller.tenant());
    }
}
