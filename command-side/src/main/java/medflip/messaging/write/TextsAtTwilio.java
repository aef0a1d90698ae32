package medflip.messaging.write;

import java.util.UUID;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.outbox.Effect;
import medflip.platform.outbox.Outbox;
import medflip.platform.outbox.Outbox.Settled;
import medflip.platform.privacy.Binding;
import medflip.platform.privacy.Forgets.Forgotten;
import medflip.platform.privacy.ForgetsElsewhere;
import medflip.platform.twilio.TwilioVault;
import org.springframework.stereotype.Component;

/**
 * What the business's own account at Twilio has of a person who is erased: all texts from and to their numbers, with
 * pictures. They are deleted there by the outbox, number by number; how many, is counted here.
 */
@Component
class TextsAtTwilio implements ForgetsElsewhere {

    static final String SERVICE = "Twilio";

    private static final String KIND = "messaging.delete-at-twilio";

    private final ErasedCorrespondents correspondents;
    private final TwilioVault vault;
    private final Outbox outbox;
    private final ErasedElsewhereStore store;

    TextsAtTwilio(ErasedCorrespondents correspondents, TwilioVault vault, Outbox outbox, ErasedElsewhereStore store) {
        this.correspondents = correspondents;
        this.vault = vault;
        this.outbox = outbox;
        this.store = store;
    }

    /** Nothing was ever said about who has no conversation, and nothing is asked for them. */
    @Override
    public void ask(DataSubject erasure, Forgotten who) {
        correspondents
                .numbers(who)
                .forEach(number -> outbox.put(new Effect(
                        UUID.nameUUIDFromBytes(Binding.of(KIND, erasure.value(), number.value())),
                        erasure,
                        TwilioDeletionChannel.NAME,
                        KIND,
                        new TextsOfNumber(who.tenant().value(), erasure.local(), number.value()).written())));
    }

    @Override
    public Elsewhere standing(DataSubject erasure) {
        Settled settled = outbox.settled(erasure, KIND);
        return new Elsewhere(
                SERVICE,
                store.count(erasure.tenantId(), erasure.local(), SERVICE),
                settled.waiting(),
                settled.failed(),
                settled.failed() == 0
                        ? null
                        : "Not everything could be deleted there (" + settled.reason() + "). It lies in the business's"
                                + " own account at Twilio, where the business deletes it.");
    }

    @Override
    public Elsewhere ofBusiness(TenantId tenant) {
        return new Elsewhere(
                SERVICE,
                0,
                0,
                0,
                vault.find(tenant).isEmpty()
                        ? null
                        : "The account there is the business's own, and stays so with all that it holds. What we knew"
                                + " of it is destroyed.");
    }
}
