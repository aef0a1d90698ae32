package medflip.sales.read.sales;

/** Where a sale is. */
enum SaleState {
    DRAFT,
    OFFERED,
    CONFIRMED,
    PACKED,
    SHIPPED,
    DELIVERED,
    INSPECTED,
    INVOICED,
    PART_PAID,
    PAID,
    CLOSED,
    CANCELLED
}
