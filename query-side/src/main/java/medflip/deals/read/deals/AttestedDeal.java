package medflip.deals.read.deals;

import java.time.LocalDate;
import java.util.UUID;
import medflip.deals.events.AcceptedBy;

/**
 * What a seller said to be true before their boxes were bought.
 *
 * @param items of the deal that it was said for
 * @param by how it was said
 * @param version of the text
 */
record AttestedDeal(UUID dealId, String items, LocalDate attestedOn, AcceptedBy by, String version, String text) {}
