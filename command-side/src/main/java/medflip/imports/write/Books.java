package medflip.imports.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import medflip.catalog.write.ProductIndex;
import medflip.customers.events.Contact;
import medflip.customers.events.CustomerId;
import medflip.customers.write.ContactIndex;
import medflip.customers.write.PhoneClaimIndex;
import medflip.imports.events.ImportId;
import medflip.kernel.AggregateId;
import medflip.kernel.DomainEvent;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.Histories;
import medflip.platform.command.PastAnswers;
import medflip.platform.command.PastAnswers.PastAnswer;
import medflip.platform.command.Rejection;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;

/**
 * The books of one business as one import writes in them.
 *
 * @param startedPosition what stands behind it in the log, this import made itself
 * @param today the business day
 */
record Books(
        Commands commands,
        PastAnswers pastAnswers,
        Histories histories,
        ContactIndex contacts,
        PhoneClaimIndex claims,
        ProductIndex products,
        RowKeys keys,
        ImportId importId,
        Settings settings,
        long startedPosition,
        LocalDate today) {

    TenantId tenant() {
        return importId.tenantId();
    }

    Accepted send(Command command, Conditions conditions) {
        return commands.send(Caller.job(tenant(), "import"), command, conditions);
    }

    /** The same for what writes numbers down; refuses if another person has one of them, or is just getting it. */
    Accepted sendClaiming(CustomerId customer, List<PhoneNumber> phones, Command command, Conditions conditions) {
        return claims.claiming(customer, Contact.allOf(phones, List.of()), () -> send(command, conditions));
    }

    /** Where in the log this step stands already. Refuses if it was made with other figures. */
    Optional<Accepted> past(Conditions conditions) {
        if (conditions.idempotencyKey() == null) {
            return Optional.empty();
        }
        Optional<PastAnswer> past = pastAnswers.find(tenant(), conditions.idempotencyKey());
        past.ifPresent(answer -> Rejection.require(
                answer.requestHash().equals(conditions.requestHash()), RequestRejection.IDEMPOTENCY_MISMATCH));
        return past.map(PastAnswer::accepted);
    }

    boolean isOurs(Accepted accepted) {
        return accepted.position() > startedPosition;
    }

    /** A step of this import alone, on one thing that it found in the books. */
    Conditions step(AggregateId id, String step) {
        return Conditions.key("import/" + importId.local() + "/" + step + "/" + id.value(), step);
    }

    List<DomainEvent> history(AggregateId id) {
        return histories.of(id, DomainEvent.class).toList();
    }

    /** Whether an import that was undone took this back; it is as if it had never come in. */
    boolean wasTakenBack(AggregateId id) {
        return pastAnswers.find(tenant(), TakingBack.key(id)).isPresent();
    }

    /** A refusal in words that fit a row. */
    static String reason(CommandRejected refused) {
        return refused.reason().code().equals(RequestRejection.IDEMPOTENCY_MISMATCH.code())
                ? "This row came in with an earlier import, with other figures. Correct it there by hand."
                : refused.reason().message();
    }
}
