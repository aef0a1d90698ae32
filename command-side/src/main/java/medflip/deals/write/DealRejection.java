package medflip.deals.write;

import medflip.catalog.events.ListedProduct;
import medflip.platform.command.Rejection;

/** Why a deal refuses. */
enum DealRejection implements Rejection {
    NO_LINES("A quote has at least one line.", Kind.UNPROCESSABLE),
    NOT_FROM_THE_PAST("Only a purchase that an import entered can be taken back.", Kind.CONFLICT),
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
    REJECTED_GOODS("Boxes without a grade are rejected: they can't go to stock.", Kind.UNPROCESSABLE),
    ATTESTATION_MISSING(
            "The seller must attest to being 18 or older, to owning the goods, and to none being Medicare or Medicaid.",
            Kind.UNPROCESSABLE),
    QUOTE_RAN_OUT("The quote has run out. Give a new one.", Kind.CONFLICT),
    NOT_QUOTED("This deal has no open quote.", Kind.CONFLICT),
    NOT_ACCEPTED("The quote must be accepted first, and the boxes not be here yet.", Kind.CONFLICT),
    LINK_VOID("This link isn't good (any more). Ask the business for a new one.", Kind.NOT_FOUND),
    ALREADY_RECEIVED("The boxes were received already.", Kind.CONFLICT),
    NOT_RUNNING("This deal has ended.", Kind.CONFLICT),
    NOT_ENDED("This deal hasn't ended, or its end can't be taken back.", Kind.CONFLICT),
    ON_HOLD("This deal is on hold. Release it first.", Kind.CONFLICT),
    NOT_ON_HOLD("This deal isn't on hold.", Kind.CONFLICT),
    NOT_SENT("The boxes aren't on their way.", Kind.CONFLICT),
    ALREADY_SENT("The boxes are on their way already.", Kind.CONFLICT),
    NO_SUCH_LABEL("There is no such label that could be voided.", Kind.CONFLICT),
    NO_APPOINTMENT("There is no appointment.", Kind.CONFLICT),
    CLAIM_OPEN("There is an open claim already.", Kind.CONFLICT),
    NO_CLAIM("There is no open claim.", Kind.CONFLICT),
    NOT_RECEIVED("The boxes must be here first.", Kind.CONFLICT),
    NO_SUCH_LINE("Lines are numbered on without a gap.", Kind.UNPROCESSABLE),
    DIFFERENCE_UNEXPLAINED("Say why boxes aren't as they were quoted.", Kind.UNPROCESSABLE),
    NOT_A_PHOTO("Photos alone show boxes. Attach a picture.", Kind.UNPROCESSABLE),
    TOO_MANY_PHOTOS("A line has at most 12 photos.", Kind.UNPROCESSABLE),
    NO_SUCH_PHOTO("There is no such photo with this deal.", Kind.CONFLICT),
    NOT_INSPECTED("Every line must be inspected first.", Kind.CONFLICT),
    NOTHING_BOUGHT("None of the boxes would be bought. Give the purchase up instead.", Kind.CONFLICT),
    REQUOTE_FIRST("This is less than was quoted: the seller must take the new offer first.", Kind.CONFLICT),
    NOTHING_TO_RETURN("There are no boxes to send back.", Kind.CONFLICT),
    NOT_AGREED("Money is only paid for boxes that were received and agreed on.", Kind.CONFLICT),
    PAYOUT_NOT_POSITIVE("A payout is more than nothing.", Kind.UNPROCESSABLE),
    PAYOUT_ABOVE_AGREED("That is more than what is still owed for this deal.", Kind.CONFLICT),
    NO_SUCH_PAYOUT("There is no such payout that this could be done to.", Kind.CONFLICT),
    DO_NOT_BUY("You decided not to buy from this person. Allow it on their card first.", Kind.CONFLICT),
    NOT_SETTLED("Something is still owed, to be sent back or claimed.", Kind.CONFLICT);

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
