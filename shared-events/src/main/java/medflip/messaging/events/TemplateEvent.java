package medflip.messaging.events;

import medflip.accounts.events.AccountId;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;

/** What happens to a text that a business keeps at hand. */
public sealed interface TemplateEvent extends DomainEvent {
    TemplateId templateId();

    @Override
    default TemplateId aggregateId() {
        return templateId();
    }

    /**
     * A text is kept at hand from now on.
     *
     * @param body with the names of what stands in its place for each person, in braces
     */
    record TemplateAdded(
            TemplateId templateId,
            AccountId accountId,
            @PersonalData("messaging.template-name") PersonalText name,
            @PersonalData("messaging.template-body") PersonalText body)
            implements TemplateEvent {}

    /** It says something else, or is called otherwise. */
    record TemplateCorrected(
            TemplateId templateId,
            AccountId accountId,
            @PersonalData("messaging.template-name") PersonalText name,
            @PersonalData("messaging.template-body") PersonalText body)
            implements TemplateEvent {}

    /** Nobody needs it any more. */
    record TemplateRemoved(TemplateId templateId) implements TemplateEvent {}
}
