package medflip.messaging.write;

import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.kernel.PersonalText;
import medflip.messaging.events.TemplateEvent.TemplateAdded;
import medflip.messaging.events.TemplateEvent.TemplateCorrected;
import medflip.messaging.events.TemplateEvent.TemplateRemoved;
import medflip.messaging.events.TemplateId;
import medflip.messaging.write.TemplateCommand.AddTemplate;
import medflip.messaging.write.TemplateCommand.CorrectTemplate;
import medflip.messaging.write.TemplateCommand.RemoveTemplate;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class TemplateTest extends AggregateSpec<Template> {

    private static final AccountId ACCOUNT = AccountId.of(TENANT, TENANT.value());
    private static final TemplateId ID = TemplateId.of(TENANT, new UUID(2, 1));
    private static final PersonalText NAME = new PersonalText("Hours");
    private static final PersonalText BODY = new PersonalText("Hi {first name}, 9 to 5.");
    private static final PersonalText LATER = new PersonalText("Hi {first name}, 9 to 6.");
    private static final TemplateAdded ADDED = new TemplateAdded(ID, ACCOUNT, NAME, BODY);

    @Test
    void a_text_is_kept_at_hand_and_corrected() {
        when(new AddTemplate(ID, NAME, BODY));
        then(ADDED);
        given(ADDED);
        when(new CorrectTemplate(ID, NAME, LATER));
        then(new TemplateCorrected(ID, ACCOUNT, NAME, LATER));
    }

    @Test
    void what_was_removed_stays_removed() {
        given(ADDED);
        when(new RemoveTemplate(ID));
        then(new TemplateRemoved(ID));
        given(ADDED, new TemplateRemoved(ID));
        when(new CorrectTemplate(ID, NAME, LATER));
        thenRejected(TextingRejection.TEMPLATE_REMOVED);
        given(ADDED, new TemplateRemoved(ID));
        when(new RemoveTemplate(ID));
        thenRejected(TextingRejection.TEMPLATE_REMOVED);
    }
}
