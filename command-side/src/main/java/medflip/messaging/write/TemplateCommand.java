package medflip.messaging.write;

import medflip.kernel.PersonalText;
import medflip.messaging.events.TemplateId;
import medflip.platform.command.Command;

/** What can be asked of a text that a business keeps at hand. */
public sealed interface TemplateCommand extends Command {
    TemplateId templateId();

    @Override
    default TemplateId aggregateId() {
        return templateId();
    }

    /** Keeps a text at hand. */
    record AddTemplate(TemplateId templateId, PersonalText name, PersonalText body) implements TemplateCommand {}

    /** Has it say something else, or calls it otherwise. */
    record CorrectTemplate(TemplateId templateId, PersonalText name, PersonalText body) implements TemplateCommand {}

    /** Throws it away. */
    record RemoveTemplate(TemplateId templateId) implements TemplateCommand {}
}
