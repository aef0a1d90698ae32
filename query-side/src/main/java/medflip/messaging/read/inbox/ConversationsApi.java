package medflip.messaging.read.inbox;

import java.util.UUID;
import medflip.messaging.events.TextFault;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Questions about texts. */
@RestController("conversationsQuestionsApi")
class ConversationsApi {

    private static final String PEOPLE = "customers.people";
    private static final String MEMBERS = "accounts.workspace";

    private static final CsvColumns<TextLine> CSV = new CsvColumns<TextLine>()
            .value("At", TextLine::at)
            .text("Number", TextLine::number)
            .text("Person", TextLine::personName)
            .value("Direction", text -> text.incoming() ? "IN" : "OUT")
            .text("Text", TextLine::body)
            .value("Pictures", TextLine::pictures)
            .value("State", TextLine::state)
            .text("Why", text -> TextFault.words(text.blockedFor(), text.errorCode()))
            .value("Parts", TextLine::parts)
            .value("Campaign", TextLine::campaignId)
            .value("Conversation", TextLine::conversationId)
            .value("Id", TextLine::id);

    private final ConversationsStore store;

    ConversationsApi(ConversationsStore store) {
        this.store = store;
    }

    /** A page of the inbox, the latest first. */
    @GetMapping("/api/conversations")
    @Reads({InboxProjection.GROUP, PEOPLE, MEMBERS})
    Page<ConversationItem> findConversations(
            Caller caller, @ParameterObject FindConversations question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** All texts as a file, the oldest first. */
    @ExportMapping("/api/texts.csv")
    @Reads({InboxProjection.GROUP, PEOPLE})
    Listing<TextLine> exportTexts(Caller caller) {
        return Listing.of("texts", CSV, each -> store.forEachText(caller.tenant(), each));
    }

    /** One conversation with its latest texts. */
    @GetMapping("/api/conversations/{id}")
    @Reads({InboxProjection.GROUP, PEOPLE, MEMBERS})
    Conversation findConversation(Caller caller, @PathVariable UUID id) {
        return store.find(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
