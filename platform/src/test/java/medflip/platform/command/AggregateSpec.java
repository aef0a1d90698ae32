package medflip.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.Caller;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.springframework.core.ResolvableType;

/**
 * A specification of an aggregate: given what happened, when something is asked, then this happens or is refused.
 * Commands come from {@link #TENANT} unless {@link #from} says otherwise.
 *
 * @param <T> the aggregate
 */
public abstract class AggregateSpec<T> {

    protected static final TenantId TENANT = new TenantId(new UUID(0x0123456789ab7000L, 0x8000000000000001L));
    protected static final TenantId OTHER_TENANT = new TenantId(new UUID(0x0123456789ab7000L, 0x8000000000000002L));

    private final AggregateTestFixture<T> fixture;
    private List<DomainEvent> past = List.of();
    private Map<String, Object> metadata = of(TENANT);
    private ResultValidator<T> result;

    @SuppressWarnings({"unchecked", "NullAway.Init"}) // the type argument is the aggregate; when() sets the result
    protected AggregateSpec() {
        Class<T> aggregate = (Class<T>) Objects.requireNonNull(ResolvableType.forClass(getClass())
                .as(AggregateSpec.class)
                .getGeneric(0)
                .resolve());
        fixture = new AggregateTestFixture<>(aggregate);
        // The fixture copies no metadata by itself: a test of metadata would pass without looking at any.
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(
                new SimpleCorrelationDataProvider(MessageMetadata.TENANT, MessageMetadata.ACTOR)));
        fixture.registerCommandHandlerInterceptor(new TenantBoundary());
    }

    /** What a command handler asks besides its own state. */
    protected final void with(Object collaborator) {
        fixture.registerInjectableResource(collaborator);
    }

    protected final void given(DomainEvent... events) {
        past = List.of(events);
    }

    protected final void from(TenantId tenant) {
        metadata = of(tenant);
    }

    /** The caller saw the aggregate at this version. */
    protected final void expecting(long version) {
        metadata.put(MessageMetadata.EXPECTED_VERSION, version);
    }

    protected final void when(Command command) {
        result = (past.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(past)).when(command, metadata);
    }

    protected final void then(DomainEvent... events) {
        result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
    }

    protected final void thenNothing() {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    /** What was made of it: nothing, where it was refused. */
    protected final List<DomainEvent> made() {
        List<DomainEvent> made = new ArrayList<>();
        result.expectEventsMatching(new CustomMatcher<>("anything") {
            @Override
            public boolean matches(Object messages) {
                ((List<?>) messages)
                        .forEach(message -> made.add((DomainEvent) ((EventMessage<?>) message).getPayload()));
                return true;
            }
        });
        return made;
    }

    protected final void thenRejected(Rejection rejection) {
        result.expectNoEvents().expectException(CommandRejected.class);
        result.expectExceptionDetails(
                new CommandRejected.Reason(rejection.code(), rejection.message(), rejection.kind()));
    }

    protected static Money usd(String amount) {
        return Money.usd(amount);
    }

    private static Map<String, Object> of(TenantId tenant) {
        Map<String, Object> metadata =
                new HashMap<>(MessageMetadata.of(Caller.job(tenant, "spec"), Conditions.NONE, "2026-11-24"));
        assertThat(metadata).containsKeys(MessageMetadata.TENANT, MessageMetadata.ACTOR);
        return metadata;
    }
}
