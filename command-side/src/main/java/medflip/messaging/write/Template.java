package medflip.messaging.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.accounts.events.AccountId;
import medflip.kernel.TenantId;
import medflip.messaging.events.TemplateEvent.TemplateAdded;
import medflip.messaging.events.TemplateEvent.TemplateCorrected;
import medflip.messaging.events.TemplateEvent.TemplateRemoved;
import medflip.messaging.events.TemplateId;
import medflip.messaging.write.TemplateCommand.AddTemplate;
import medflip.messaging.write.TemplateCommand.CorrectTemplate;
import medflip.messaging.write.TemplateCommand.RemoveTemplate;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One text that a business keeps at hand. */
@Aggregate(cache = "aggregateCache")
class Template extends TenantAggregate {

    @AggregateIdentifier
    private TemplateId id;

    private boolean removed;

    Template() {}

    @CommandHandler
    Template(AddTemplate command) {
        apply(new TemplateAdded(command.templateId(), account(command.templateId()), command.name(), command.body()));
    }

    @EventSourcingHandler
    void evolve(TemplateAdded event) {
        id = event.templateId();
    }

    @CommandHandler
    void decide(CorrectTemplate command) {
        require(!removed, TextingRejection.TEMPLATE_REMOVED);
        apply(new TemplateCorrected(id, account(id), command.name(), command.body()));
    }

    @CommandHandler
    void decide(RemoveTemplate command) {
        require(!removed, TextingRejection.TEMPLATE_REMOVED);
        apply(new TemplateRemoved(id));
    }

    @EventSourcingHandler
    void evolve(TemplateRemoved event) {
        removed = true;
    }

    /** Under whose key its words stand: they are the business's own. */
    private static AccountId account(TemplateId template) {
        TenantId tenant = template.tenantId();
        return AccountId.of(tenant, tenant.value());
    }

    @Override
    protected TemplateId id() {
        return id;
    }
}
