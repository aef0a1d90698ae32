package medflip.messaging.write;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.messaging.v1.Service;
import java.io.UncheckedIOException;
import java.util.Iterator;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.twilio.TwilioAccount;
import medflip.platform.twilio.TwilioVault;
import org.springframework.stereotype.Component;

/** Checks an account at Twilio itself, and tells Twilio where what people write is to be delivered. */
@Component
class TwilioSetup {

    private static final int SERVER_ERROR = 500;
    private static final int NOT_FOUND = 404;

    private final TwilioClients clients;
    private final TwilioVault vault;

    TwilioSetup(TwilioClients clients, TwilioVault vault) {
        this.clients = clients;
        this.vault = vault;
    }

    /** @throws CommandRejected if Twilio doesn't know the account or the number, or doesn't answer */
    void prepare(TenantId tenant, TwilioAccount account) {
        TwilioRestClient client = clients.of(account);
        try {
            if (account.textsByService()) {
                prepareService(tenant, account, client);
            } else {
                prepareNumber(tenant, account, client);
            }
        } catch (ApiException refused) {
            Integer status = refused.getStatusCode();
            throw new CommandRejected(
                    status == null || status >= SERVER_ERROR || status == 429
                            ? TextingRejection.TWILIO_SILENT
                            : TextingRejection.CREDENTIALS_REFUSED);
        } catch (UncheckedIOException lost) {
            throw new CommandRejected(TextingRejection.TWILIO_SILENT);
        }
    }

    private void prepareNumber(TenantId tenant, TwilioAccount account, TwilioRestClient client) {
        Iterator<IncomingPhoneNumber> found = IncomingPhoneNumber.reader()
                .setPhoneNumber(account.number())
                .read(client)
                .iterator();
        if (!found.hasNext()) {
            throw new CommandRejected(TextingRejection.NUMBER_NOT_IN_ACCOUNT);
        }
        IncomingPhoneNumber.updater(found.next().getSid())
                .setSmsUrl(vault.messagesUrl(tenant))
                .setSmsMethod(HttpMethod.POST)
                .update(client);
    }

    /** What people write to any of the service's numbers is delivered to where the service says. */
    private void prepareService(TenantId tenant, TwilioAccount account, TwilioRestClient client) {
        try {
            Service.updater(account.number())
                    .setInboundRequestUrl(vault.messagesUrl(tenant))
                    .setInboundMethod(HttpMethod.POST)
                    .setUseInboundWebhookOnNumber(false)
                    .update(client);
        } catch (ApiException refused) {
            if (Integer.valueOf(NOT_FOUND).equals(refused.getStatusCode())) {
                throw new CommandRejected(TextingRejection.NUMBER_NOT_IN_ACCOUNT);
            }
            throw refused;
        }
    }
}
