package medflip.reports.read.search;

import java.util.UUID;

/** Something that was found. */
record Hit(Kind kind, UUID id, String title, String subtitle) {

    /** What it is, in the API's words. */
    enum Kind {
        customer,
        product,
        buyer,
        deal,
        lot,
        sale,
        conversation
    }
}
