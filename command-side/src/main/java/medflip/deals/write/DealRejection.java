package medflip.deals.write;

import medflip.catalog.events.ListedProduct;
import medflip.platform.command.Rejection;

/** Why a deal refuses. */
enum DealRejection implements Rejection {
    NO_LINES("A quote has at least one line.", Kind.UNPROCESSABLE),
    UNKNOWN_PRODUCT("There is no such product yet. Add it first.", Kind.UNPROCESSABLE),
    EXCLUDED_GOODS(
            "Insulin and other prescription drugs, and what Medicare or Medicaid paid for, are never bought.",
            Kind.UNPROCESSABLE),
    TOO_FEW_MONTHS("Boxes with so few months left are worth nothing by the price list.", Kind.UNPROCESSABLE),
    GRADE_REFUSED("Boxes in this condition are refused by the price list.", Kind.UNPROCESSABLE),
    CHANNEL_REFUSED("Boxes of this channel are refused by the price list.", Kind.UNPROCESSABLE),
    PRICE_NEEDED("The price list doesn't name this product: say what a box costs.", Kind.UNPROCESSABLE),
    REASON_NEEDED(
            "A price that isn't the list's, or that leaves less than the least margin, needs a reason.",
            Kind.UNPROCESSABLE),
    EXPIRED_GOODS("Expired boxes are never bought.", Kind.UNPROCESSABLE),
    ATTESTATION_MISSING(
            "The seller must attest to being 18 or older, to owning the goods, and to none being Medicare or Medicaid.",
            Kind.UNPROCESSABLE),
    QUOTE_RAN_OUT("The quote has run out. Give a new one.", Kind.CONFLICT),
    NOT_QUOTED("This deal has no open quote.", Kind.CONFLICT),
    NOT_ACCEPTED("The quote must be accepted before the boxes can be received.", Kind.CONFLICT),
    NOT_RECEIVED("Money is only paid for boxes that were received.", Kind.CONFLICT),
    ALREADY_RECEIVED("The boxes were received already.", Kind.CONFLICT),
    PAYOUT_NOT_POSITIVE("A payout is more than nothing.", Kind.UNPROCESSABLE),
    PAYOUT_ABOVE_AGREED("That is more than what is still owed for this deal.", Kind.CONFLICT);

    /** What a list's refusal is for a deal. */
    static DealRejection of(ListedProduct.Refusal refusal) {
        return switch (refusal) {
            case EXPIRED -> EXPIRED_GOODS;
            case TOO_FEW_MONTHS -> TOO_FEW_MONTHS;
            case GRADE_REFUSED -> GRADE_REFUSED;
            case CHANNEL_REFUSED -> CHANNEL_REFUSED;
        };
    }

    private final Because because;

    DealRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
