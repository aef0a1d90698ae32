package medflip.messaging.read.campaigns;

import java.time.Instant;
import java.util.UUID;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A campaign.
 *
 * @param body as it was written, with the names of what stands in its place for each one
 * @param perMinute how many of its texts are written a minute at most
 * @param errorCode Twilio's reason why it was stopped
 * @param startedBy who of the business started it
 */
record Campaign(
        UUID id,
        String name,
        String body,
        int perMinute,
        CampaignState state,
        @Nullable Integer errorCode,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,
        CampaignCounts counts,
        long version)
        implements Versioned {}
