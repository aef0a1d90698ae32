package medflip.launcher;

import java.util.List;
import java.util.stream.Collectors;
import medflip.launcher.StripeBooks.Paper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The pages of the simulated Stripe: where it is paid, where that is looked after, and an invoice. */
final class StripePages {

    private StripePages() {}

    private static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%s</title><style>
        body{margin:0;background:#f1f3f5;color:#212529;font:16px/1.5 system-ui,sans-serif;padding:24px 12px}
        main{max-width:560px;margin:0 auto;background:#fff;border-radius:12px;padding:24px}
        button,a.button{display:block;width:100%%;box-sizing:border-box;margin:8px 0;padding:12px;border-radius:8px;
        border:1px solid #ced4da;background:#fff;font:inherit;text-align:left;color:inherit;text-decoration:none}
        button.main{background:#0b5c73;color:#fff;border-color:#0b5c73}
        .note{background:#fff3bf;color:#212529;padding:8px 12px;border-radius:8px}
        .bad{background:#ffe3e3;color:#212529;padding:8px 12px;border-radius:8px}
        @media (prefers-color-scheme:dark){body{background:#141517;color:#e9ecef}main{background:#1f2123}
        button,a.button{background:#2b2d30;border-color:#495057}}
        </style></head><body><main>
        <p class="note">This stands in for Stripe: nothing is really paid, and no card has a number here.</p>
        %s</main></body></html>
        """.formatted(escaped(title), "<h1>" + escaped(title) + "</h1>" + body);
    }

    static String checkout(ObjectNode session, ObjectNode price, @Nullable String problem) {
        String id = session.path("id").asString();
        if (!session.path("status").asString().equals("open")) {
            return page(
                    "This checkout is over",
                    link("Back", session.path("cancel_url").asString()));
        }
        String trial = session.has("trial_end") ? "<p>Nothing is paid before the trial ends.</p>" : "";
        String cards = "<form method=\"post\">" + asked(session)
                + List.of(Paper.values()).stream()
                        .map(paper ->
                                "<button formaction=\"/pages/checkout/" + escaped(id) + "/pay/" + paper.name() + "\""
                                        + (paper == Paper.GOOD ? " class=\"main\"" : "") + ">" + escaped(word(paper))
                                        + "</button>")
                        .collect(Collectors.joining())
                + "</form>";
        return page(
                "Subscribe to MedFlip Profit",
                "<p><strong>" + escaped(price.path("product").path("name").asString()) + "</strong>, "
                        + dollars(price.path("unit_amount").asLong()) + " a "
                        + escaped(price.path("recurring").path("interval").asString()) + "</p>" + trial
                        + (problem == null ? "" : "<p class=\"bad\" role=\"alert\">" + escaped(problem) + "</p>")
                        + cards
                        + button("/pages/checkout/" + id + "/abandon", "Give it up (as if a day had passed)", false)
                        + link(
                                "Back to MedFlip Profit",
                                session.path("cancel_url").asString()));
    }

    /** Where tax is reckoned it must be known where; and a code may be typed where codes are taken. */
    private static String asked(ObjectNode session) {
        return (session.path("automatic_tax").path("enabled").asBoolean(false)
                        ? "<p><label>State <select name=\"state\"><option value=\"OR\">Oregon, no sales tax</option>"
                                + "<option value=\"NY\">New York, 8.875 %</option>"
                                + "<option value=\"TX\">Texas, 8.25 %</option></select></label></p>"
                        : "")
                + (session.path("allow_promotion_codes").asBoolean(false)
                        ? "<p><label>Promotion code <input name=\"code\" autocomplete=\"off\"></label><br>"
                                + "WELCOME20: 20 % less twice. FIVE: $5.00 less once. SPRING is over.</p>"
                        : "");
    }

    private static String word(Paper paper) {
        return switch (paper) {
            case GOOD -> "Pay with a card that is good";
            case FAILS_LATER -> "Pay with a card that fails from the next payment on";
            case DECLINED -> "Pay with a card that is declined";
            case SLOW_BANK -> "Pay from a bank that takes days";
            case BOUNCING_BANK -> "Pay from a bank that takes days, and refuses then";
        };
    }

    static String portal(StripeBooks books, String session, String customer, String back) {
        StringBuilder body = new StringBuilder(link("Back to MedFlip Profit", back));
        String act = "/pages/portal/" + session + "/";
        body.append("<h2>Pay with</h2>");
        for (Paper paper : List.of(Paper.GOOD, Paper.FAILS_LATER)) {
            body.append(button(
                    act + "card/" + paper.name(),
                    paper == Paper.GOOD ? "A card that is good" : "A card that fails from now on",
                    paper == Paper.GOOD));
        }
        for (ObjectNode subscription : books.of(customer, "subscription")) {
            String id = subscription.path("id").asString();
            body.append("<h2>Subscription: ")
                    .append(escaped(subscription.path("status").asString()))
                    .append("</h2>");
            body.append(button(act + "end-period/" + id, "Time passes: the period ends", false));
            body.append(button(act + "retry/" + id, "Time passes: what is owed is tried again", false));
            body.append(button(act + "renewal-warning/" + id, "Time passes: it is a week until it renews", false));
            body.append(button(act + "stick/" + id, "Time passes: the next invoice can't be finished", false));
            body.append(button(act + "trial-warning/" + id, "Time passes: the trial ends in three days", false));
            body.append(
                    subscription.path("cancel_at_period_end").asBoolean(false)
                            ? button(act + "resume/" + id, "Go on with it", false)
                            : button(act + "cancel/" + id, "Cancel at the end of the period", false));
        }
        for (ObjectNode checkout : books.of(customer, "checkout.session")) {
            if (checkout.path("payment_status").asString().equals("unpaid")
                    && checkout.path("status").asString().equals("complete")) {
                body.append(button(
                        act + "bank/" + checkout.path("id").asString(), "Time passes: the bank has decided", false));
            }
        }
        for (ObjectNode charge : books.charges(customer)) {
            String id = charge.path("id").asString();
            String amount = dollars(charge.path("amount").asLong());
            body.append(button(act + "refund/" + id, "The operator gives " + amount + " back", false));
            body.append(button(act + "dispute/" + id, "You dispute " + amount + " (again: you win)", false));
        }
        return page("Your payments", body.toString());
    }

    static String invoice(ObjectNode invoice) {
        return page(
                "Invoice " + invoice.path("number").asString(""),
                line("Price", invoice.path("subtotal").asLong())
                        + line("Discount", -first(invoice, "total_discount_amounts"))
                        + line("Tax", first(invoice, "total_taxes"))
                        + "<p><strong>" + dollars(invoice.path("total").asLong()) + "</strong>, "
                        + escaped(invoice.path("status").asString()) + "</p>");
    }

    private static long first(ObjectNode invoice, String amounts) {
        return invoice.path(amounts).path(0).path("amount").asLong(0);
    }

    private static String line(String label, long cents) {
        return cents == 0 ? "" : "<p>" + label + ": " + (cents < 0 ? "-" : "") + dollars(Math.abs(cents)) + "</p>";
    }

    private static String button(String action, String label, boolean main) {
        return "<form method=\"post\" action=\"" + escaped(action) + "\"><button" + (main ? " class=\"main\"" : "")
                + ">" + escaped(label) + "</button></form>";
    }

    private static String link(String label, String address) {
        return "<a class=\"button\" href=\"" + escaped(address) + "\">" + escaped(label) + "</a>";
    }

    private static String dollars(long cents) {
        return "$%d.%02d".formatted(cents / 100, cents % 100);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
