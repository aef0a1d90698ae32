package medflip.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import medflip.accounts.events.Role;
import medflip.accounts.write.PasswordsApi.AskResetBody;
import medflip.accounts.write.SignInApi.SignInBody;
import medflip.accounts.write.SignUpApi.AskSignUpBody;
import medflip.platform.command.CommandRejected;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.web.SignedIn;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Nobody learns from the time of an answer whether an address has an account, since answering takes the same work: as
 * many hashes of passwords, and as many statements. What is done after the answer, on another thread, tells nobody.
 */
@SuppressWarnings("NullAway") // these paths never come to the collaborators that are left out
class EqualWorkTest {

    private static final String KNOWN = "known@example.com";
    private static final String UNKNOWN = "unknown@example.com";
    private static final String PASSWORD = "correct horse battery";

    private record Work(int statements, int hashes) {}

    private final Thread request = Thread.currentThread();
    private int statements;
    private int hashes;

    private final PasswordEncoder passwords = new PasswordEncoder() {
        private final PasswordEncoder real = new WerkzeugPasswordEncoder(1000);

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            hashes++;
            return real.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            hashes++;
            return real.matches(password, hash);
        }
    };

    private final DatabaseAccess access = TestDatabase.create();
    private final Keyring keyring = TestKeyring.open(access);
    private final BlindIndex index = TestKeyring.index(keyring);
    private final JdbcClient jdbc = JdbcClient.create(
            new DelegatingDataSource(new DriverManagerDataSource(
                    access.url(), access.service().role(), access.service().password())) {
                // Each statement outside a transaction asks for a connection.
                @Override
                public Connection getConnection() throws SQLException {
                    if (Thread.currentThread() == request) {
                        statements++;
                    }
                    return super.getConnection();
                }
            });
    private final SignInStore store = new SignInStore(jdbc);
    private final Throttle throttle = new Throttle(1000, Duration.ofMinutes(1));

    @BeforeEach
    void somebodyHasAnAccount() {
        UUID user = UUID.randomUUID();
        assertThat(store.reserve(
                        index.global("sign-in", KNOWN),
                        new SignedIn(user, user, Role.OWNER),
                        Objects.requireNonNull(passwords.encode(PASSWORD))))
                .isTrue();
        JdbcClient.create(TestDatabase.superuser(access.url()))
                .sql("""
                        INSERT INTO events.domain_event (sequence_number, time_stamp, event_identifier,
                            aggregate_identifier, type, payload_type, payload, meta_data)
                        VALUES (0, now(), gen_random_uuid(), :user || '/user/' || :user, 'User',
                            'accounts.OwnerRegistered', '', '')
                        """)
                .param("user", user.toString())
                .update();
        assertThat(store.find(index.global("sign-in", KNOWN))).isPresent();
    }

    @Test
    void a_sign_in_takes_the_same_work_for_an_unknown_address_as_for_a_wrong_password() {
        DeviceStore devices = new DeviceStore(jdbc, TestKeyring.seal(keyring));
        Doorkeeper doorkeeper = new Doorkeeper(null, store, null, devices, null, null, Clock.systemUTC());
        SignInApi api = new SignInApi(store, passwords, index, null, doorkeeper, null, throttle, throttle);
        assertThat(signIn(api, UNKNOWN)).isEqualTo(signIn(api, KNOWN)).isEqualTo(new Work(1, 1));
    }

    @Test
    void a_reset_takes_the_same_work_for_every_address() {
        PasswordResets resets = new PasswordResets(
                new PasswordResetStore(jdbc), store, (caller, command, conditions) -> null, Clock.systemUTC());
        resets.close();
        PasswordsApi api = new PasswordsApi(
                null, store, resets, passwords, null, null, null, index, null, throttle, throttle, Clock.systemUTC());
        assertThat(reset(api, UNKNOWN)).isEqualTo(reset(api, KNOWN)).isEqualTo(new Work(1, 0));
    }

    @Test
    void a_sign_up_takes_the_same_work_for_every_address() {
        SignUps signUps = new SignUps(
                new SignUpStore(jdbc), store, index, TestKeyring.seal(keyring), null, null, Clock.systemUTC());
        signUps.close();
        SignUpApi api =
                new SignUpApi(signUps, store, null, null, null, passwords, null, index, null, throttle, throttle);
        assertThat(signUp(api, UNKNOWN)).isEqualTo(signUp(api, KNOWN)).isEqualTo(new Work(1, 0));
    }

    private Work signIn(SignInApi api, String email) {
        return work(() -> api.signIn(
                new SignInBody(email, "wrong horse battery", null, null),
                new MockHttpServletRequest(),
                new MockHttpServletResponse()));
    }

    private Work reset(PasswordsApi api, String email) {
        return work(() -> api.askPasswordReset(new AskResetBody(email), new MockHttpServletRequest()));
    }

    private Work signUp(SignUpApi api, String email) {
        return work(() -> api.askSignUp(new AskSignUpBody(email), new MockHttpServletRequest()));
    }

    private Work work(Runnable answering) {
        statements = 0;
        hashes = 0;
        try {
            answering.run();
        } catch (CommandRejected refused) {
            assertThat(refused.reason().code()).isEqualTo("accounts.sign-in-failed");
        }
        return new Work(statements, hashes);
    }
}
