package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.accounts.write.PasskeyStore.Passkey;
import medflip.platform.command.CommandRejected;
import medflip.platform.web.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Checks what passkeys answer (W3C Web Authentication). A passkey belongs to the host of the service's own address, and
 * its device asks its person each time: so it is two factors at once, and can't be phished.
 */
@Component
class Passkeys {

    private static final int CHALLENGE_BYTES = 32;

    /** What devices make: ES256 nearly all, RS256 Windows, EdDSA some keys. */
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.EdDSA),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    private final PasskeyStore store;
    private final PublicUrl publicUrl;
    private final ObjectConverter objects = new ObjectConverter();
    /** Who made a device is not asked, so nothing of it is checked either. */
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(objects);

    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(objects);
    private final SecureRandom random = new SecureRandom();

    Passkeys(PasskeyStore store, PublicUrl publicUrl) {
        this.store = store;
        this.publicUrl = publicUrl;
    }

    /** The host that passkeys are for. */
    String host() {
        return URI.create(publicUrl.of("/")).getHost();
    }

    /** @param user whose new passkey answers it; null for a sign-in */
    byte[] challenge(@Nullable UUID user) {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        store.give(challenge, user);
        return challenge;
    }

    /**
     * Checks a new passkey and keeps it.
     *
     * @param answer of the browser, as JSON
     * @throws CommandRejected if it doesn't answer a challenge that this user got
     */
    void add(UserId user, UUID id, String name, String answer) {
        try {
            RegistrationData data = manager.parseRegistrationResponseJSON(answer);
            ServerProperty server = server(data.getCollectedClientData(), user.local());
            manager.verify(data, new RegistrationParameters(server, ALGORITHMS, true, true));
            var made = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(made.getAttestedCredentialData());
            store.keep(
                    new Passkey(
                            user,
                            id,
                            credentials.convert(credential),
                            made.isFlagBE(),
                            made.isFlagBS(),
                            made.getSignCount()),
                    credential.getCredentialId(),
                    name);
        } catch (DataConversionException | VerificationException | JacksonException | NullPointerException wrong) {
            // The last is how the library meets an answer that lacks a part.
            throw new CommandRejected(AccountRejection.PASSKEY_REFUSED);
        }
    }

    /**
     * Whose passkey answered.
     *
     * @param answer of the browser, as JSON
     * @throws CommandRejected if it isn't a passkey that we know, or doesn't answer a challenge of ours
     */
    UserId check(String answer) {
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(answer);
            Passkey passkey = store.find(data.getCredentialId())
                    .orElseThrow(() -> new CommandRejected(AccountRejection.PASSKEY_REFUSED));
            ServerProperty server = server(data.getCollectedClientData(), null);
            manager.verify(data, new AuthenticationParameters(server, record(passkey), null, true, true));
            var shown = Objects.requireNonNull(data.getAuthenticatorData());
            store.used(passkey, shown.isFlagBS(), shown.getSignCount());
            return passkey.user();
        } catch (DataConversionException | VerificationException | JacksonException | NullPointerException wrong) {
            // The last is how the library meets an answer that lacks a part.
            throw new CommandRejected(AccountRejection.PASSKEY_REFUSED);
        }
    }

    private ServerProperty server(@Nullable CollectedClientData client, @Nullable UUID user) {
        if (client == null) {
            throw new CommandRejected(AccountRejection.PASSKEY_REFUSED);
        }
        byte[] challenge = client.getChallenge().getValue();
        require(store.take(challenge, user), AccountRejection.PASSKEY_REFUSED);
        return ServerProperty.builder()
                .origin(Origin.create(publicUrl.of("")))
                .rpId(host())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.counter(),
                credentials.convert(passkey.credential()),
                null,
                null,
                null,
                Set.of());
    }
}
