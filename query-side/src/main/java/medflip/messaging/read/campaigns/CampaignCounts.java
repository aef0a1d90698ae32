package medflip.messaging.read.campaigns;

import java.util.Map;

/**
 * How many texts of a campaign have come how far.
 *
 * @param parts in how many parts those travelled that left
 */
record CampaignCounts(
        int recipients,
        int pending,
        int waiting,
        int sent,
        int delivered,
        int failed,
        int blocked,
        int cancelled,
        int skipped,
        int parts) {

    static CampaignCounts of(Map<RecipientResult, Integer> results, int parts) {
        return new CampaignCounts(
                results.values().stream().mapToInt(Integer::intValue).sum(),
                results.getOrDefault(RecipientResult.PENDING, 0),
                results.getOrDefault(RecipientResult.WAITING, 0),
                results.getOrDefault(RecipientResult.SENT, 0),
                results.getOrDefault(RecipientResult.DELIVERED, 0),
                results.getOrDefault(RecipientResult.FAILED, 0),
                results.getOrDefault(RecipientResult.BLOCKED, 0),
                results.getOrDefault(RecipientResult.CANCELLED, 0),
                results.getOrDefault(RecipientResult.SKIPPED, 0),
                parts);
    }
}
