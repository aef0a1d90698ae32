package medflip.imports.write;

import static medflip.platform.command.Rejection.require;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductId;
import medflip.deals.events.DealId;
import medflip.imports.write.Archive.Entry;
import medflip.imports.write.Archive.Line;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotId;
import medflip.kernel.DomainEvent;
import medflip.kernel.TenantId;
import medflip.messaging.events.CampaignEvent.RecipientsChosen;
import medflip.messaging.events.CampaignId;
import medflip.platform.command.CommandRejected;
import medflip.platform.files.FileStore;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.view.EventFeed.Fact;
import medflip.platform.view.ForeignFacts;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads the events of a business as those of the same business here. All ids stay, but for those that say whose
 * something is, and those that follow from a name or a number under this business's own key: it is by these that the
 * same item, and an opt-out, are found again. Who works for the business there doesn't come along, nor any secret.
 */
final class Moving {

    private static final Pattern ID = Pattern.compile(
            "(?:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/[a-z-]+/)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern STREAM =
            Pattern.compile("[a-z]+(?:-[a-z]+)*/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ACTOR = Pattern.compile("[a-z]+:[A-Za-z0-9-]{1,64}");
    /** What is between the business and the service that it leaves, and what that was told to keep. */
    private static final Pattern STAYING = Pattern.compile("accounts\\..*|billing\\..*|operations\\..*"
            + "|privacy\\.LegalHold.*|messaging\\.Twilio.*|imports\\.ArchiveBrought");

    private static final int ID_LENGTH = 36;
    /** More than a deal can have. */
    private static final int DEAL_LINES_MAX = 1_000;

    private static final String HASH = "hash";
    /** An archive doesn't tell what opens a private link, so none of them opens anything here. */
    private static final String TOKEN_HASH = "tokenHash";

    private final TenantId from;
    private final TenantId to;
    private final ForeignFacts facts;
    private final FileStore files;
    private final BlindIndex index;
    /** Last parts of ids, there and here. */
    private final Map<String, String> ids = new HashMap<>();

    private final Map<String, String> fileHashes = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private @Nullable BusinessSignedUp business;

    Moving(TenantId from, TenantId to, ForeignFacts facts, FileStore files, BlindIndex index) {
        this.from = from;
        this.to = to;
        this.facts = facts;
        this.files = files;
        this.index = index;
        ids.put(from.toString(), to.toString());
    }

    /** Takes note of a photo or receipt: its hash is keyed anew. */
    void learn(Entry attachment) {
        fileHashes.put(attachment.attachmentId().toString(), files.hash(to, attachment.sha256()));
    }

    /** Takes note of what is called otherwise here; all lines are learned before the first is moved. */
    void learn(Line line) {
        require(STREAM.matcher(line.stream()).matches(), ArchiveRejection.ARCHIVE_UNREADABLE);
        require(ACTOR.matcher(line.actor()).matches(), ArchiveRejection.ARCHIVE_UNREADABLE);
        long version = versions.merge(line.stream(), 0L, (last, first) -> last + 1);
        require(version == line.version(), ArchiveRejection.ARCHIVE_UNREADABLE);
        String id = line.stream().substring(line.stream().indexOf('/') + 1);
        switch (line.event()) {
            case "accounts.BusinessSignedUp" -> business = (BusinessSignedUp) read(line.event(), line.data());
            case "catalog.ProductAdded" -> {
                String name = ((ProductAdded) read(line.event(), line.data()))
                        .variant()
                        .name();
                if (ProductId.named(from, name).local().toString().equals(id)) {
                    ids.put(id, ProductId.named(to, name).local().toString());
                }
            }
            case "inventory.LotStocked" -> {
                DealId deal = ((LotStocked) read(line.event(), line.data())).dealId();
                for (int boxes = 1; boxes <= DEAL_LINES_MAX && !ids.containsKey(id); boxes++) {
                    if (LotId.of(DealId.of(from, deal.local()), boxes)
                            .local()
                            .toString()
                            .equals(id)) {
                        ids.put(
                                id,
                                LotId.of(DealId.of(to, deal.local()), boxes)
                                        .local()
                                        .toString());
                    }
                }
            }
            case "messaging.RecipientsChosen" -> {
                UUID campaign = UUID.fromString(id);
                ((RecipientsChosen) read(line.event(), line.data()))
                        .customerIds()
                        .forEach(customer -> ids.put(
                                CampaignId.of(from, campaign).textTo(customer).toString(),
                                CampaignId.of(to, campaign).textTo(customer).toString()));
            }
            case "messaging.TextReceived" -> learnNumber(id, line.data().path("from"));
            case "messaging.TextWritten", "messaging.TextPassed" ->
                learnNumber(id, line.data().path("to"));
            default -> {}
        }
    }

    private void learnNumber(String conversation, JsonNode number) {
        // A forgotten number has none, and what it decided can't be found by it any more.
        if (number.isString() && number.asString().startsWith("+")) {
            ids.put(
                    conversation,
                    index.uuid(to, "conversation", number.asString()).toString());
        }
    }

    /** What the business was signed up as there. */
    BusinessSignedUp business() {
        if (business == null) {
            throw new CommandRejected(ArchiveRejection.ARCHIVE_UNREADABLE);
        }
        return business;
    }

    /** Whether the line is about the account there, not about what is in its books. */
    static boolean stays(String event) {
        return STAYING.matcher(event).matches();
    }

    /** @throws CommandRejected if it is no event that is known here, or is about another business */
    Fact moved(Line line) {
        ObjectNode data = line.data();
        data.putIfAbsent(TOKEN_HASH, StringNode.valueOf("none/" + line.stream() + "/" + line.version()));
        move(data);
        String stream = id(line.stream());
        DomainEvent event = read(line.event(), data);
        require(event.aggregateId().value().equals(to + "/" + stream), ArchiveRejection.ARCHIVE_UNREADABLE);
        return new Fact(line.position(), line.recordedAt(), line.actor(), line.event(), stream, line.version(), event);
    }

    private DomainEvent read(String event, JsonNode data) {
        try {
            return facts.read(event, data);
        } catch (SerializationException e) {
            throw new CommandRejected(ArchiveRejection.ARCHIVE_UNREADABLE);
        }
    }

    private void move(JsonNode node) {
        if (node instanceof ObjectNode object) {
            String hash = object.path("id").isString()
                    ? fileHashes.get(object.path("id").asString())
                    : null;
            object.properties().forEach(property -> property.setValue(moved(property.getValue())));
            if (hash != null && object.has(HASH)) {
                object.put(HASH, hash);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, moved(array.get(i)));
            }
        }
    }

    private JsonNode moved(JsonNode value) {
        if (!value.isString()) {
            move(value);
            return value;
        }
        String text = value.asString();
        Matcher id = ID.matcher(text);
        if (!id.matches()) {
            return value;
        }
        require(id.group(1) == null || id.group(1).equals(from.toString()), ArchiveRejection.ARCHIVE_UNREADABLE);
        return StringNode.valueOf(id(text));
    }

    /** The id here; its parts in front of the last one are known to be of this business. */
    private String id(String there) {
        int last = there.length() - ID_LENGTH;
        String local = there.substring(last);
        String front = there.substring(0, last);
        return front.replace(from.toString(), to.toString()) + ids.getOrDefault(local, local);
    }
}
