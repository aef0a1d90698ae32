package medflip.messaging.read.campaigns;

/** How a campaign stands. */
enum CampaignState {
    RUNNING,
    PAUSED,
    FINISHED,
    CANCELLED,
    /** A carrier took a text of it for spam. */
    STOPPED
}
