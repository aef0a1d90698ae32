package medflip.sales.write;

import medflip.platform.command.Rejection;

/** Why a sale refuses. */
enum SaleRejection implements Rejection {
    NO_LINES("A sale has at least one line.", Kind.UNPROCESSABLE),
    LOT_TWICE("Each lot stands in one line only.", Kind.UNPROCESSABLE),
    QUANTITY_NOT_POSITIVE("A line has at least one box.", Kind.UNPROCESSABLE),
    PRICE_NEGATIVE("A price is nothing or more.", Kind.UNPROCESSABLE),
    NOT_A_DRAFT("This sale is no draft any more.", Kind.CONFLICT),
    NOT_CONFIRMED("The buyer hasn't agreed to this sale yet.", Kind.CONFLICT),
    ALREADY_SHIPPED("This sale has shipped already.", Kind.CONFLICT),
    NOT_SHIPPED("This sale hasn't shipped yet.", Kind.CONFLICT),
    ALREADY_DELIVERED("This sale was delivered already.", Kind.CONFLICT),
    ALREADY_INSPECTED("The buyer's inspection was entered already.", Kind.CONFLICT),
    NO_SUCH_LINE("This lot isn't in the sale.", Kind.UNPROCESSABLE),
    REJECTED_ABOVE_SOLD("More boxes can't be rejected than were sold.", Kind.UNPROCESSABLE),
    DEDUCTION_BELOW_REJECTED("The price of the rejected boxes is part of the deduction.", Kind.UNPROCESSABLE),
    DEDUCTION_ABOVE_PRICE("More can't be deducted than the price.", Kind.UNPROCESSABLE),
    DEDUCTION_ABOVE_OWED("The buyer has paid more than would be left. Undo the receipt first.", Kind.CONFLICT),
    ALREADY_INVOICED("This sale was invoiced already.", Kind.CONFLICT),
    NOT_INVOICED("This sale hasn't been invoiced yet.", Kind.CONFLICT),
    RECEIPT_NOT_POSITIVE("A receipt is more than nothing.", Kind.UNPROCESSABLE),
    RECEIPT_ABOVE_OWED("That is more than what the buyer still owes.", Kind.CONFLICT),
    NO_SUCH_RECEIPT("This receipt isn't in the books, or was undone already.", Kind.CONFLICT),
    NOT_PAID("The buyer hasn't paid all of it yet.", Kind.CONFLICT),
    NOTHING_OWED("The buyer owes nothing for this sale.", Kind.CONFLICT),
    STEP_NOT_TAKEN("This step wasn't taken, or was taken back already.", Kind.CONFLICT),
    OVER("This sale is over.", Kind.CONFLICT),
    NOT_RECORDED("Only a sale that was entered in one step can be taken back.", Kind.CONFLICT),
    BEFORE_SHIPPED("That day is before the boxes shipped.", Kind.UNPROCESSABLE),
    DUE_BEFORE_INVOICED("An invoice isn't due before it is written.", Kind.UNPROCESSABLE);

    private final Because because;

    SaleRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
