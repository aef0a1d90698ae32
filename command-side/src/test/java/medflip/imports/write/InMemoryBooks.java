package medflip.imports.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.catalog.write.ProductCommand.EnterProduct;
import medflip.customers.write.CustomerCommand.AddContacts;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.StockLot;
import medflip.kernel.Personal;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.PastAnswers;
import medflip.platform.command.Rejection;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.sales.write.SaleCommand.RecordSale;

/**
 * The books as far as an import can tell: what was made once isn't made again, a key is answered from the log, a
 * process can die at any command.
 */
final class InMemoryBooks implements Commands, PastAnswers {

    private final List<Command> granted = new ArrayList<>();
    private final Map<String, PastAnswer> answers = new HashMap<>();
    private final Set<String> streams = new HashSet<>();
    private final Set<UUID> sales = new HashSet<>();
    private final Set<String> contacts = new HashSet<>();
    private int dieAfter = Integer.MAX_VALUE;
    private long position = 1_000;

    /** What the process meets when it is killed. */
    static final class Killed extends RuntimeException {}

    synchronized void dieAfter(int commands) {
        dieAfter = granted.size() + commands;
    }

    synchronized void live() {
        dieAfter = Integer.MAX_VALUE;
    }

    synchronized long position() {
        return position;
    }

    synchronized <C extends Command> List<C> granted(Class<C> type) {
        return granted.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public synchronized Accepted send(Caller caller, Command command, Conditions conditions) {
        if (granted.size() >= dieAfter) {
            throw new Killed();
        }
        String stream = command.aggregateId().value();
        if (changesNothing(command, stream)) {
            return new Accepted(stream, 0, 0, false);
        }
        Optional<PastAnswer> past = find(caller.tenant(), String.valueOf(conditions.idempotencyKey()));
        if (past.isPresent()) {
            Rejection.require(
                    past.get().requestHash().equals(conditions.requestHash()), RequestRejection.IDEMPOTENCY_MISMATCH);
            return past.get().accepted();
        }
        if (!streams.add(stream) && !(command instanceof SellLot || command instanceof AddContacts)) {
            throw new CommandRejected(RequestRejection.CONFLICT);
        }
        granted.add(command);
        Accepted accepted = new Accepted(stream, 0, ++position, false);
        if (conditions.idempotencyKey() != null && conditions.requestHash() != null) {
            answers.put(
                    caller.tenant() + conditions.idempotencyKey(), new PastAnswer(accepted, conditions.requestHash()));
        }
        return accepted;
    }

    private boolean changesNothing(Command command, String stream) {
        return command instanceof EnterProduct && streams.contains(stream)
                || command instanceof StockLot && streams.contains(stream)
                || command instanceof RecordSale && streams.contains(stream)
                || command instanceof AddContacts added && !contacts.addAll(contactsOf(added))
                || command instanceof SellLot sale && !sales.add(sale.saleId())
                || command instanceof ImportCommand.FinishImport && streams.contains(stream);
    }

    private static Set<String> contactsOf(AddContacts command) {
        return Stream.<Personal>concat(command.phones().stream(), command.emails().stream())
                .map(contact -> command.customerId() + " " + contact)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Optional<PastAnswer> find(TenantId tenant, String idempotencyKey) {
        return Optional.ofNullable(answers.get(tenant + idempotencyKey));
    }
}
