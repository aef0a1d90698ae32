package medflip.platform.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * What a mail says, part by part. Text and HTML are made from the same parts, so neither says anything that the other
 * doesn't, and whatever a person typed is only ever shown as text.
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

    private final String subject;
    private final List<Part> parts = new ArrayList<>();

    private Letter(String subject) {
        this.subject = subject;
    }

    /** @param subject one line, in words of ours */
    public static Letter about(String subject) {
        return new Letter(subject);
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

    String text() {
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
        return text.append("MedFlip Profit\n").toString();
    }

    /** No picture and no style from elsewhere: opening a mail tells nobody. */
    String html() {
        StringBuilder body = new StringBuilder();
        parts.forEach(part -> body.append(html(part)));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title></head>
                <body style="margin:0;background:#f1f3f5;padding:24px 12px;color:#212529;\
                font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
                <div style="max-width:520px;margin:0 auto;background:#ffffff;border-radius:12px;padding:28px">
                %s<p style="margin:24px 0 0;color:#5c6770;font-size:14px">MedFlip Profit</p>
                </div></body></html>
                """.formatted(escaped(subject()), body);
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
