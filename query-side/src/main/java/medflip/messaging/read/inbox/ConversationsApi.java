package medflip.messaging.read.inbox;

import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
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

    private final ConversationsStore store;

    ConversationsApi(ConversationsStore store) {
        this.store = store;
    }

    /** A page of the inbox, the latest first. */
    @GetMapping("/api/conversations")
    @Reads({InboxProjection.GROUP, PEOPLE})
    Page<ConversationItem> findConversations(
            Caller caller, @ParameterObject FindConversations question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** One conversation with its latest texts. */
    @GetMapping("/api/conversations/{id}")
    @Reads({InboxProjection.GROUP, PEOPLE})
    Conversation findConversation(Caller caller, @PathVariable UUID id) {
        return store.find(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
