package medflip.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.Role;
import medflip.accounts.write.PasswordsApi.AskResetBody;
import medflip.accounts.write.SignInApi.SignInBody;
import medflip.accounts.write.SignUpApi.AskSignUpBody;
import medflip.accounts.write.SlowHash.Pbkdf2;
import medflip.accounts.write.SlowHash.Scrypt;
import medflip.platform.command.CommandRejected;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.web.SignedIn;
import medflip.platform.web.Throttle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Nobody learns from the time of an answer whether an address has an account, since answering takes the same work: as
 * many rounds of hashing, and as many statements. What is done after the answer, on another thread, tells nobody.
 */
@SuppressWarnings("NullAway") // these paths never come to the collaborators that are left out
class EqualWorkTest {

    private static final String KNOWN = "known@example.com";
    private static final String UNKNOWN = "unknown@example.com";
    private static final String PASSWORD = "correct horse battery";

    private record Work(int statements, int rounds, List<Scrypt> scrypts) {}

    private final Thread request = Thread.currentThread();
    private int statements;
    private int rounds;
    private final List<Scrypt> scrypts = new ArrayList<>();

    private final WerkzeugPasswordEncoder passwords = new WerkzeugPasswordEncoder(1000, new SlowHash() {
        @Override
        byte[] compute(SlowHash.Work work, CharSequence password, String salt) {
            switch (work) {
                case Pbkdf2 pbkdf2 -> rounds += pbkdf2.rounds();
                case Scrypt scrypt -> scrypts.add(scrypt);
            }
            return super.compute(work, password, salt);
        }
    });

    private final DatabaseAccess access = TestDatabase.create();
    private final Keyring keyring = TestKeyring.open(access);
    private final BlindIndex index = TestKeyring.index(keyring);
    private final JdbcClient jdbc =
            JdbcClient.create(new DelegatingDataSource(TestDatabase.connections(access.url(), access.service())) {
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
        account(KNOWN, passwords.encode(PASSWORD));
    }

    private void account(String email, String passwordHash) {
        UUID user = UUID.randomUUID();
        assertThat(store.reserve(index.global("sign-in", email), new SignedIn(user, user, Role.OWNER), passwordHash))
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
        assertThat(store.find(index.global("sign-in", email))).isPresent();
    }

    @Test
    void a_sign_in_takes_the_same_work_for_an_unknown_address_as_for_a_wrong_password() {
        SignInApi api = signInApi();
        assertThat(signIn(api, UNKNOWN)).isEqualTo(signIn(api, KNOWN)).isEqualTo(new Work(1, 1000, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pbkdf2:sha256:500$fewer$00",
                "pbkdf2:sha256:3000$more$00",
                "pbkdf2:sha256$unsaid$00",
                "scrypt:1024:4:2$other$00",
                "scrypt:64:2:1$another$00",
                "of nobody's making"
            })
    void a_sign_in_takes_the_same_work_whatever_hash_an_account_still_has(String another) {
        account("earlier@example.com", another);
        account("scrypt@example.com", "scrypt:1024:4:2$kept$00");
        account("few@example.com", "pbkdf2:sha256:10$kept$00");
        SignInApi api = signInApi();
        Work unknown = signIn(api, UNKNOWN);
        assertThat(unknown.rounds()).isGreaterThanOrEqualTo(1000);
        assertThat(unknown.scrypts()).contains(new Scrypt(1024, 4, 2)).doesNotHaveDuplicates();
        assertThat(List.of(KNOWN, "earlier@example.com", "scrypt@example.com", "few@example.com"))
                .allSatisfy(email -> assertThat(signIn(api, email)).isEqualTo(unknown));
    }

    @Test
    void what_no_account_has_any_more_costs_nobody_anything() {
        account("scrypt@example.com", "scrypt:1024:4:2$kept$00");
        assertThat(signIn(signInApi(), UNKNOWN).scrypts()).isNotEmpty();
        UUID user = store.find(index.global("sign-in", "scrypt@example.com"))
                .orElseThrow()
                .userId();
        store.upgrade(user, passwords.encode(PASSWORD));
        assertThat(signIn(signInApi(), UNKNOWN)).isEqualTo(new Work(1, 1000, List.of()));
    }

    private SignInApi signInApi() {
        DeviceStore devices = new DeviceStore(jdbc, TestKeyring.seal(keyring));
        Doorkeeper doorkeeper = new Doorkeeper(null, store, null, devices, null, null, Clock.systemUTC());
        PasswordCheck check = new PasswordCheck(store, passwords, Clock.systemUTC());
        // Which hashes there are is looked up once a minute, whoever asks.
        check.isRight("", null);
        return new SignInApi(store, passwords, check, index, null, doorkeeper, null, throttle, throttle);
    }

    @Test
    void a_reset_takes_the_same_work_for_every_address() {
        PasswordResets resets = new PasswordResets(
                new PasswordResetStore(jdbc), store, (caller, command, conditions) -> null, Clock.systemUTC());
        resets.close();
        PasswordsApi api = new PasswordsApi(
                null, store, resets, passwords, null, null, null, index, null, throttle, throttle, Clock.systemUTC());
        assertThat(reset(api, UNKNOWN)).isEqualTo(reset(api, KNOWN)).isEqualTo(new Work(1, 0, List.of()));
    }

    @Test
    void a_sign_up_takes_the_same_work_for_every_address() {
        SignUps signUps = new SignUps(
                new SignUpStore(jdbc), store, index, TestKeyring.seal(keyring), null, null, Clock.systemUTC());
        signUps.close();
        SignUpApi api =
                new SignUpApi(signUps, store, null, null, null, passwords, null, index, null, throttle, throttle);
        assertThat(signUp(api, UNKNOWN)).isEqualTo(signUp(api, KNOWN)).isEqualTo(new Work(1, 0, List.of()));
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
        rounds = 0;
        scrypts.clear();
        try {
            answering.run();
        } catch (CommandRejected refused) {
            assertThat(refused.reason().code()).isEqualTo("accounts.sign-in-failed");
        }
        scrypts.sort(Comparator.comparingInt(Scrypt::n));
        return new Work(statements, rounds, List.copyOf(scrypts));
    }
}
