package medflip.platform.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, part by part. Text and HTML are made from the same parts, so neither says anything that the other
 * doesn't, and whatever a person typed is only ever shown as text. Each letter says whether it is essential: what a
 * person needs to sign in and be safe, what they asked for at this moment, and what money, law or the policy want said
 * is, and goes to everybody; the rest can be declined (policy promise P8).
 */
public final class Letter {

    /** A piece of a letter. */
    sealed interface Part {

        /** Some sentences. */
        record Paragraph(String text) implements Part {}

        /** The one thing to do. */
        record Step(String label, String link) implements Part {}

        /** What is known, word and value. */
        record Fact(String word, String value) implements Part {}

        /** Lines to be kept as they are. */
        record Verbatim(String lines) implements Part {}
    }

    private static final String DECLINE = "You can do without this mail. To get no more mails like it";

    private final String subject;
    private final boolean essential;
    private final List<Part> parts = new ArrayList<>();

    private Letter(String subject, boolean essential) {
        this.subject = subject;
        this.essential = essential;
    }

    /**
     * A letter that everybody gets.
     *
     * @param subject one line, in words of ours
     */
    public static Letter essential(String subject) {
        return new Letter(subject, true);
    }

    /**
     * A letter that only those get who haven't declined such.
     *
     * @param subject one line, in words of ours
     */
    public static Letter optional(String subject) {
        return new Letter(subject, false);
    }

    public boolean isEssential() {
        return essential;
    }

    public Letter says(String paragraph) {
        parts.add(new Part.Paragraph(paragraph));
        return this;
    }

    /** @param link an address of the service itself */
    public Letter offers(String label, String link) {
        parts.add(new Part.Step(label, link));
        return this;
    }

    public Letter tells(String word, String value) {
        parts.add(new Part.Fact(word, value));
        return this;
    }

    /** @param lines to be kept as they are, by a program for instance */
    public Letter quotes(String lines) {
        parts.add(new Part.Verbatim(lines));
        return this;
    }

    /** Line breaks would be headers of their own. */
    String subject() {
        return subject.replaceAll("\\p{Cntrl}+", " ");
    }

    /** @param way by which it is declined; none where it is essential */
    String text(@Nullable Unsubscribe way) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Part.Paragraph(String said) -> said + "\n\n";
                        case Part.Step(String label, String link) -> label + ":\n" + link + "\n\n";
                        case Part.Fact(String word, String value) -> word + ": " + value + "\n\n";
                        case Part.Verbatim(String lines) -> lines + "\n";
                    });
        }
        text.append("MedFlip Profit\n");
        if (way != null) {
            text.append("\n" + DECLINE + ":\n" + way.screen() + "\n");
        }
        return text.toString();
    }

    /** No picture and no style from elsewhere: opening a mail tells nobody. */
    String html(@Nullable Unsubscribe way) {
        StringBuilder body = new StringBuilder();
        parts.forEach(part -> body.append(html(part)));
        String decline = way == null ? "" : """
                <p style="margin:8px 0 0;color:#5c6770;font-size:14px">%s, <a href="%s" style="color:#0b7285">\
                click here</a>.</p>
                """.formatted(escaped(DECLINE), escaped(way.screen()));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title></head>
                <body style="margin:0;background:#f1f3f5;padding:24px 12px;color:#212529;\
                font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
                <div style="max-width:520px;margin:0 auto;background:#ffffff;border-radius:12px;padding:28px">
                %s<p style="margin:24px 0 0;color:#5c6770;font-size:14px">MedFlip Profit</p>
                %s</div></body></html>
                """.formatted(escaped(subject()), body, decline);
    }

    private static String html(Part part) {
        return switch (part) {
            case Part.Paragraph(String said) -> """
                    <p style="margin:0 0 16px">%s</p>
                    """.formatted(escaped(said));
            case Part.Step(String label, String link) -> """
                    <p style="margin:24px 0"><a href="%s" style="background:#0b7285;color:#ffffff;padding:12px 20px;\
                    border-radius:8px;text-decoration:none;font-weight:600;display:inline-block">%s</a></p>
                    """.formatted(escaped(link), escaped(label));
            case Part.Fact(String word, String value) -> """
                    <p style="margin:0 0 8px"><span style="color:#5c6770">%s:</span> %s</p>
                    """.formatted(escaped(word), escaped(value));
            case Part.Verbatim(String lines) -> """
                    <pre style="margin:0 0 16px;padding:12px;background:#f1f3f5;overflow-x:auto;font-size:12px">%s</pre>
                    """.formatted(escaped(lines));
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
