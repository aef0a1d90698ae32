package medflip.imports.write;

import static medflip.platform.command.Rejection.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.files.FileStore;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.EventFeed;
import medflip.platform.view.EventFeed.Fact;
import medflip.platform.view.ForeignFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Enters an archive into an empty business. Each event has its one place, so that who begins again after a crash enters
 * what is missing, and nothing twice.
 */
@Component
class ArchiveEntry {

    private static final int TOGETHER = 500;
    /** The items that every business starts from; an archive has them too. */
    private static final String SEED = "automation:seed-catalog";

    private static final Pattern SUBJECT = Pattern.compile("[a-z]+/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final EventFeed feed;
    private final ForeignFacts facts;
    private final FileStore files;
    private final BlindIndex index;

    ArchiveEntry(EventFeed feed, ForeignFacts facts, FileStore files, BlindIndex index) {
        this.feed = feed;
        this.facts = facts;
        this.files = files;
        this.index = index;
    }

    /** How it ended; {@code position} is one that has all of it before it. */
    record Entered(long events, long added, int files, long position) {}

    /** What stands in the business's own books. */
    private record Own(long facts, @Nullable BusinessSignedUp business) {}

    /** @throws CommandRejected with an {@link ArchiveRejection}; then nothing was entered */
    Entered enter(Caller by, Archive archive) throws IOException {
        TenantId tenant = by.tenant();
        Moving moving = new Moving(new TenantId(archive.manifest().tenant()), tenant, facts, files, index);
        archive.attachments().forEach(moving::learn);
        archive.events(moving::learn);
        Own own = own(tenant);
        requireSameSettings(own, moving);
        long[] counts = {0, 0, 0};
        inGroups(archive, moving, group -> {
            List<Fact> missing = missing(tenant, group);
            counts[0] += group.size();
            counts[1] += own(group) - own(missing);
        });
        require(counts[1] == own.facts(), ArchiveRejection.NOT_EMPTY);
        archive.contents((entry, bytes) -> {
            subject(tenant, entry.about());
            FileStore.requireAttachable(bytes);
        });
        archive.contents(
                (entry, bytes) -> files.restore(tenant, entry.attachmentId(), subject(tenant, entry.about()), bytes));
        inGroups(archive, moving, group -> {
            List<Fact> missing = missing(tenant, group);
            if (!missing.isEmpty()) {
                facts.add(by, missing);
            }
            counts[2] += missing.size();
        });
        return new Entered(counts[0], counts[2], archive.attachments().size(), feed.head());
    }

    private List<Fact> missing(TenantId tenant, List<Fact> group) {
        try {
            return facts.missing(tenant, group);
        } catch (ForeignFacts.Contradicted e) {
            throw new CommandRejected(ArchiveRejection.NOT_EMPTY);
        }
    }

    private static void inGroups(Archive archive, Moving moving, Consumer<List<Fact>> each) throws IOException {
        List<Fact> group = new ArrayList<>();
        archive.events(line -> {
            if (Moving.stays(line.event())) {
                return;
            }
            group.add(moving.moved(line));
            if (group.size() == TOGETHER) {
                each.accept(List.copyOf(group));
                group.clear();
            }
        });
        if (!group.isEmpty()) {
            each.accept(group);
        }
    }

    private Own own(TenantId tenant) {
        long count = 0;
        BusinessSignedUp business = null;
        long position = 0;
        List<Fact> page;
        do {
            page = feed.read(tenant, position, TOGETHER);
            for (Fact fact : page) {
                position = fact.position();
                if (fact.data() instanceof BusinessSignedUp signedUp) {
                    business = signedUp;
                }
                count += Moving.stays(fact.event()) || isSeed(fact) ? 0 : 1;
            }
        } while (page.size() == TOGETHER);
        return new Own(count, business);
    }

    private static void requireSameSettings(Own own, Moving moving) {
        BusinessSignedUp here = Objects.requireNonNull(own.business(), "Who is signed in has signed up");
        BusinessSignedUp there = moving.business();
        require(
                here.currency().equals(there.currency()) && here.timeZone().equals(there.timeZone()),
                ArchiveRejection.OTHER_SETTINGS);
    }

    private static long own(List<Fact> group) {
        return group.stream().filter(fact -> !isSeed(fact)).count();
    }

    private static boolean isSeed(Fact fact) {
        return fact.actor().equals(SEED);
    }

    private static @Nullable DataSubject subject(TenantId tenant, @Nullable String about) {
        if (about == null) {
            return null;
        }
        require(SUBJECT.matcher(about).matches(), ArchiveRejection.NOT_AN_ARCHIVE);
        return () -> tenant + "/" + about;
    }
}
